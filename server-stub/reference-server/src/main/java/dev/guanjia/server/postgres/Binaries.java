package dev.guanjia.server.postgres;

import dev.guanjia.server.settings.StartRefused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked once per build of it and shared by every server of this
 * user.
 *
 * @param platform the machine
 * @param home the unpacked folder, with {@code bin}, {@code lib} and {@code share}
 */
record Binaries(Platform platform, Path home) {

    private static final int OWNER_MAY_EXECUTE = 0100;

    /** Finds or unpacks the programs below the folder. */
    static Binaries in(Path folder) {
        Platform platform = Platform.current();
        URL archive = Binaries.class.getResource("/" + platform.archive());
        if (archive == null) {
            throw new StartRefused(
                    StartRefused.DATABASE,
                    "no PostgreSQL comes with this server as "
                            + platform.archive()
                            + "; set GUANJIA_DB_URL");
        }
        try {
            Path home = folder.resolve("postgresql-" + fingerprint(archive));
            if (!Inventory.agrees(home)) {
                putAside(home);
                unpackInto(home, archive);
            }
            return new Binaries(platform, home);
        } catch (IOException e) {
            throw new StartRefused(
                    StartRefused.DATABASE,
                    "PostgreSQL cannot be unpacked into " + folder + ": " + e);
        }
    }

    /** The command line that runs one of the programs. */
    List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(platform.prefix());
        command.add(home.resolve("bin").resolve(platform.executable(program)).toString());
        command.addAll(arguments);
        return command;
    }

    /** Tells builds apart without reading them: the checksum that the jar's directory holds. */
    private static String fingerprint(URL archive) throws IOException {
        JarURLConnection connection = (JarURLConnection) archive.openConnection();
        return Long.toHexString(connection.getJarEntry().getCrc());
    }

    /** A damaged folder goes in one step; a PostgreSQL that still runs from it keeps its files. */
    private static void putAside(Path home) throws IOException {
        if (!Files.exists(home)) {
            return;
        }
        Path damaged = Files.createTempDirectory(home.getParent(), "damaged").resolve("postgresql");
        try {
            Files.move(home, damaged, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException lostTheRace) {
            // another server found it first and put it aside
        } finally {
            Folders.delete(damaged.getParent());
        }
    }

    /** Works beside the goal and moves at the end, so that a folder that exists is complete. */
    private static void unpackInto(Path home, URL archive) throws IOException {
        Files.createDirectories(home.getParent());
        Path workbench = Files.createTempDirectory(home.getParent(), "unpacking");
        if (!unpackWithTar(archive, workbench)) {
            Folders.delete(workbench);
            Files.createDirectories(workbench);
            unpackInJava(archive, workbench);
        }
        Inventory.take(workbench);
        try {
            Files.move(workbench, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException lostTheRace) {
            Folders.delete(workbench);
            if (!Files.isDirectory(home)) {
                throw lostTheRace;
            }
        }
    }

    /** The system's own program is there nearly everywhere, and several times as fast. */
    private static boolean unpackWithTar(URL archive, Path workbench) throws IOException {
        Path file = Files.createTempFile(workbench.getParent(), "unpacking", ".txz");
        try (InputStream bytes = archive.openStream()) {
            Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
            return Run.quietly(List.of("tar", "-xJf", file.toString(), "-C", workbench.toString()))
                    .isSuccess();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void unpackInJava(URL archive, Path workbench) throws IOException {
        try (InputStream bytes = new BufferedInputStream(archive.openStream());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(bytes))) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                unpack(tar, entry, workbench);
                entry = tar.getNextEntry();
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path workbench)
            throws IOException {
        Path file = workbench.resolve(entry.getName()).normalize();
        if (!file.startsWith(workbench)) {
            throw new FileAlreadyExistsException("archive leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0) {
            file.toFile().setExecutable(true, false);
        }
    }
}
