package dev.lodestar.runtime.fair;

/** Where a connection waits, together with the others of its client. Confined to the connection's thread. */
public final class Line {
    private final WaitingLines lines;
    private final Object client;

    Line(WaitingLines lines, Object client) {
        this.lines = lines;
        this.client = client;
    }

    /** Does something when its turn has come: at once if nobody waits. */
    void take(Runnable work) {
        if (lines.isFree()) {
            work.run();
        } else {
            lines.add(client, work);
        }
    }

    /** Does something before long. */
    public void add(Runnable work) {
        lines.add(client, work);
    }

    boolean isFree() {
        return lines.isFree();
    }
}
