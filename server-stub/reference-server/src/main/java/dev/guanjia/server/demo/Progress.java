package dev.guanjia.server.demo;

/** Says how far a long step has come, every tenth of it; several may move it on. */
final class Progress {

    private static final int PARTS = 10;

    private final Console console;
    private final String step;
    private final int total;
    private int done;
    private int told;

    Progress(Console console, String step, int total) {
        this.console = console;
        this.step = step;
        this.total = total;
    }

    /** Moves on to a count; nothing is printed unless another tenth was reached. */
    synchronized void to(int count) {
        done = count;
        int part = total == 0 ? PARTS : done * PARTS / total;
        if (part > told) {
            told = part;
            console.say("progress", console.text(step), done, total);
        }
    }

    synchronized void next() {
        to(done + 1);
    }
}
