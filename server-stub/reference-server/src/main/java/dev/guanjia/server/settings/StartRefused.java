package dev.guanjia.server.settings;

import java.util.List;

/** The server does not start, for a reason its operator can act on: no stack trace is printed. */
public class StartRefused extends RuntimeException {

    /** Faults in arguments or settings. */
    public static final int USAGE = 2;

    /** Another process works on the data folder. */
    public static final int FOLDER_IN_USE = 3;

    /** The database cannot be started, reached or trusted. */
    public static final int DATABASE = 4;

    private final int exitCode;
    private final List<String> lines;

    /**
     * Names the reasons.
     *
     * @param exitCode what the process ends with
     * @param lines what to print, one reason a line
     */
    public StartRefused(int exitCode, List<String> lines) {
        super(String.join("; ", lines));
        this.exitCode = exitCode;
        this.lines = List.copyOf(lines);
    }

    /**
     * Names one reason.
     *
     * @param exitCode what the process ends with
     * @param line what to print
     */
    public StartRefused(int exitCode, String line) {
        this(exitCode, List.of(line));
    }

    /**
     * What the process ends with.
     *
     * @return one of the constants above
     */
    public int exitCode() {
        return exitCode;
    }

    /**
     * What to print.
     *
     * @return one reason a line
     */
    public List<String> lines() {
        return lines;
    }
}
