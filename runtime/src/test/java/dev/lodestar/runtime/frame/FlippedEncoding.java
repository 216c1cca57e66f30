package dev.lodestar.runtime.frame;

/** An encoding that only tests know, and the smallest that there can be: it flips all bits and remembers nothing. */
public final class FlippedEncoding extends FrameEncoding {
    public static final String TOKEN = "x-flipped";

    private final StreamEncoder encoder = new StatelessEncoder(this);

    public FlippedEncoding() {
        super(TOKEN);
    }

    @Override
    public StreamEncoder newStream() {
        return encoder;
    }

    @Override
    protected byte[] block(byte[] events) {
        return flip(events);
    }

    public static byte[] flip(byte[] bytes) {
        byte[] flipped = bytes.clone();
        for (int i = 0; i < flipped.length; i++) {
            flipped[i] ^= (byte) 0xff;
        }
        return flipped;
    }
}
