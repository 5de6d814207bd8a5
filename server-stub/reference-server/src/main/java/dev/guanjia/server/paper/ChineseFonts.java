package dev.guanjia.server.paper;

import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.TrueTypeFont;

/**
 * The Chinese font of this machine: the first of some files that suits. It is read when the first
 * paper is printed and kept as long as memory allows; as long as there is none, each print looks
 * again.
 */
public final class ChineseFonts {

    /** Packages of Debian, Fedora and Alpine, then what macOS and Windows bring along. */
    private static final List<Path> WELL_KNOWN =
            Stream.of(
                            "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
                            "/usr/share/fonts/wqy-microhei-fonts/wqy-microhei.ttc",
                            "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
                            "/usr/share/fonts/wqy-zenhei-fonts/wqy-zenhei.ttc",
                            "/usr/share/fonts/wqy-zenhei/wqy-zenhei.ttc",
                            "/usr/share/fonts/truetype/arphic-gbsn00lp/gbsn00lp.ttf",
                            "/usr/share/fonts/truetype/arphic-gkai00mp/gkai00mp.ttf",
                            "/usr/share/fonts/truetype/arphic/uming.ttc",
                            "/usr/share/fonts/truetype/arphic/ukai.ttc",
                            "/System/Library/Fonts/STHeiti Light.ttc",
                            "/System/Library/Fonts/STHeiti Medium.ttc",
                            "/System/Library/Fonts/Supplemental/Songti.ttc",
                            "/System/Library/Fonts/Supplemental/Arial Unicode.ttf",
                            "C:/Windows/Fonts/msyh.ttc",
                            "C:/Windows/Fonts/simsun.ttc",
                            "C:/Windows/Fonts/simhei.ttf")
                    .map(Path::of)
                    .toList();

    private final List<Path> files;
    private SoftReference<TrueTypeFont> kept = new SoftReference<>(null);

    /**
     * Looks in some files.
     *
     * @param files from the one preferred to the last resort
     */
    public ChineseFonts(List<Path> files) {
        this.files = List.copyOf(files);
    }

    /**
     * Takes the file that was chosen, or else looks where fonts usually are.
     *
     * @param chosen by the operator
     * @return the fonts
     */
    public static ChineseFonts of(Optional<Path> chosen) {
        return new ChineseFonts(chosen.map(List::of).orElse(WELL_KNOWN));
    }

    /** The parsed file is shared: print one document at a time. */
    Optional<TrueTypeFont> find() {
        TrueTypeFont known = kept.get();
        if (known != null) {
            return Optional.of(known);
        }
        Optional<TrueTypeFont> found =
                files.stream().map(FontFile::read).flatMap(Optional::stream).findFirst();
        found.ifPresent(font -> kept = new SoftReference<>(font));
        return found;
    }
}
