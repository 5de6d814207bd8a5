package dev.guanjia.server;

import java.util.List;

/** The program. */
public final class ReferenceServer {

    private ReferenceServer() {}

    /**
     * Does what the first argument names; without arguments, serves.
     *
     * @param args a command and its arguments
     * @throws Exception if the command fails for a reason nobody foresaw
     */
    public static void main(String[] args) throws Exception {
        int status = new CommandLine(System.out, System.err).run(List.of(args));
        if (status != 0) {
            System.exit(status);
        }
    }
}
