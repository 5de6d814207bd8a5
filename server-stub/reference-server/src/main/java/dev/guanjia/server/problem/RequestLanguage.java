package dev.guanjia.server.problem;

import dev.guanjia.decision.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language a caller asked for. */
public final class RequestLanguage {

    private RequestLanguage() {}

    /**
     * The first of the caller's languages that we speak.
     *
     * @param request the request
     * @return English unless Chinese comes first
     */
    public static Language of(HttpServletRequest request) {
        return of(request.getHeader("Accept-Language"));
    }

    static Language of(@Nullable String header) {
        for (Locale.LanguageRange range : ranges(header)) {
            String wanted = range.getRange();
            if (range.getWeight() > 0 && wanted.startsWith("zh")) {
                return Language.ZH_CN;
            }
            if (range.getWeight() > 0 && wanted.startsWith("en")) {
                return Language.EN;
            }
        }
        return Language.EN;
    }

    private static List<Locale.LanguageRange> ranges(@Nullable String header) {
        try {
            return header == null ? List.of() : Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException garbled) {
            return List.of();
        }
    }
}
