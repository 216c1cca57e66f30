package dev.lodestar.runtime.frame;

/** Events as they are. */
final class IdentityEncoding extends FrameEncoding {
    private final StreamEncoder encoder = new StatelessEncoder(this);

    IdentityEncoding() {
        super("identity");
    }

    @Override
    public boolean isIdentity() {
        return true;
    }

    @Override
    public StreamEncoder newStream() {
        return encoder;
    }

    @Override
    protected byte[] block(byte[] events) {
        return events;
    }
}
