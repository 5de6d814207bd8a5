package dev.guanjia.server.postgres;

import dev.guanjia.server.settings.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What this machine asks of a program: which archive fits, and how it is called.
 *
 * @param system linux, darwin or windows
 * @param architecture x86_64 or arm_64
 */
record Platform(String system, String architecture) {

    static Platform current() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static Platform of(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String system =
                os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "darwin" : "linux";
        boolean arm = osArch.equals("aarch64") || osArch.equals("arm64");
        if (!arm && !osArch.equals("amd64") && !osArch.equals("x86_64")) {
            throw new StartRefused(
                    StartRefused.DATABASE,
                    "no PostgreSQL comes with this server for " + osArch + "; set GUANJIA_DB_URL");
        }
        return new Platform(system, arm ? "arm_64" : "x86_64");
    }

    /** The archive on the class path. macOS has one universal build under one of its two names. */
    String archive() {
        return "postgres-"
                + system
                + "-"
                + (system.equals("darwin") ? "arm_64" : architecture)
                + ".txz";
    }

    String executable(String program) {
        return system.equals("windows") ? program + ".exe" : program;
    }

    /**
     * PostgreSQL refuses to run as root. A user namespace of its own, in which nobody is root, lets
     * it run with the same rights on the same files.
     */
    List<String> prefix() {
        if (!isRoot()) {
            return List.of();
        }
        if (!Run.quietly(List.of("unshare", "-U", "true")).isSuccess()) {
            throw new StartRefused(
                    StartRefused.DATABASE,
                    "PostgreSQL refuses to run as root and user namespaces are not allowed here;"
                            + " start the server as another user or set GUANJIA_DB_URL");
        }
        return List.of("unshare", "-U");
    }

    private boolean isRoot() {
        Path self = Path.of("/proc/self");
        if (!Files.exists(self)) {
            return "root".equals(System.getProperty("user.name"));
        }
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
        } catch (IOException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }
}
