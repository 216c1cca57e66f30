package dev.lodestar.runtime.http;

/**
 * What came so far of a request's head: as much as tells whether it is too large. Of a connection of HTTP/2, which begins with
 * a line as HTTP/1.1 has it, the head goes on through its frames to the end of the first request's headers (RFC 9113, 3.4, 4.1).
 */
final class ArrivingHead {
    private static final int PRI = 'P' << 16 | 'R' << 8 | 'I';
    private static final int PREFACE_BYTES = 24;
    private static final int FRAME_HEAD_BYTES = 9;
    private static final int HEADERS = 1;
    private static final int CONTINUATION = 9;
    private static final int END_HEADERS = 4;

    private int bytes;
    private int lines;
    private int firstLine;
    private int start;

    /** The first five bytes of a frame: its length, type and flags. */
    private long frame;

    /** At which byte the frame of HTTP/2 ends that is arriving; 0 if its own head is arriving. */
    private int frameEnd = PREFACE_BYTES;

    private int frameHead;
    private boolean requested;

    void add(byte next) {
        bytes++;
        if (bytes <= 3) {
            start = start << 8 | next & 0xff;
        }
        if (isHttp2()) {
            addToFrame(next);
        } else if (next == '\n') {
            lines++;
        } else if (lines == 0) {
            firstLine++;
        }
    }

    private void addToFrame(byte next) {
        if (frameEnd == 0) {
            frame = frameHead < 5 ? frame << 8 | next & 0xff : frame;
            frameHead++;
            if (frameHead < FRAME_HEAD_BYTES) {
                return;
            }
            frameEnd = bytes + (int) (frame >> 16);
        }
        if (bytes == frameEnd) {
            int type = (int) (frame >> 8) & 0xff;
            requested |= (type == HEADERS || type == CONTINUATION) && (frame & END_HEADERS) != 0;
            frame = 0;
            frameHead = 0;
            frameEnd = 0;
        }
    }

    boolean isHttp2() {
        return start == PRI;
    }

    /** Whether the first request of a connection of HTTP/2 has come. */
    boolean isRequested() {
        return requested;
    }

    int bytes() {
        return bytes;
    }

    int lines() {
        return lines;
    }

    /** The bytes of the line with the URL. */
    int firstLine() {
        return firstLine;
    }
}
