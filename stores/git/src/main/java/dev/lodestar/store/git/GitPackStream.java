package dev.lodestar.store.git;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Iterator;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.lib.Constants;

/**
 * A pack, Git's file of many objects, as a stream: a header, the objects, none of them as a delta, and a hash of all
 * that. Git's documentation describes the format under gitformat-pack. JGit reads it as it does a pack that somebody
 * pushes.
 */
final class GitPackStream extends InputStream {
    private static final int VERSION = 2;

    private final Iterator<byte[]> objects;
    private final MessageDigest digest = Constants.newMessageDigest();
    private ByteArrayInputStream part;
    private boolean hashed;

    /**
     * Starts a pack.
     *
     * @param count the number of objects
     * @param objects the objects, as {@link #packed} returns them; read while the stream is
     */
    GitPackStream(int count, Iterator<byte[]> objects) {
        this.objects = objects;
        part = digested(ByteBuffer.allocate(12)
                .put(Constants.PACK_SIGNATURE)
                .putInt(VERSION)
                .putInt(count)
                .array());
    }

    /** Returns an object as it stands in a pack: its type, its length, and its deflated content. */
    static byte[] packed(GitObjects.Pending object, Deflater deflater) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int length = object.content().length;
        // Four bits of the length are beside the type, followed by seven in each byte, least significant first.
        int first = object.type() << 4 | length & 15;
        int rest = length >>> 4;
        while (rest != 0) {
            out.write(first | 128);
            first = rest & 127;
            rest >>>= 7;
        }
        out.write(first);
        deflater.reset();
        try (OutputStream deflated = new DeflaterOutputStream(out, deflater)) {
            deflated.write(object.content());
        }
        return out.toByteArray();
    }

    @Override
    public int read() {
        return advance() ? part.read() : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
        return advance() ? part.read(bytes, from, length) : -1;
    }

    /** Goes on to the next part if this one has been read; false at the end. */
    private boolean advance() {
        while (part.available() == 0) {
            if (objects.hasNext()) {
                part = digested(objects.next());
            } else if (!hashed) {
                part = new ByteArrayInputStream(digest.digest());
                hashed = true;
            } else {
                return false;
            }
        }
        return true;
    }

    private ByteArrayInputStream digested(byte[] bytes) {
        digest.update(bytes);
        return new ByteArrayInputStream(bytes);
    }
}
