package dev.lodestar.processor.asset;

import dev.lodestar.processor.asset.link.Link;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/**
 * A file in which the relative paths of other files are replaced by their URLs.
 *
 * @param urls the replacement for each link of the file, in order
 */
record FileContent(AssetFile file, List<String> urls) implements Content {
    private static final int BUFFER = 1 << 16;

    @Override
    public long length() {
        long length = file.size();
        for (int i = 0; i < urls.size(); i++) {
            Link link = file.links().get(i);
            length += urls.get(i).length() - (link.end() - link.start());
        }
        return length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = Files.newInputStream(file.path())) {
            byte[] buffer = new byte[BUFFER];
            long at = 0;
            for (int i = 0; i < urls.size(); i++) {
                Link link = file.links().get(i);
                copy(in, link.start() - at, out, buffer);
                out.write(urls.get(i).getBytes(StandardCharsets.US_ASCII));
                in.skipNBytes(link.end() - link.start());
                at = link.end();
            }
            copy(in, file.size() - at, out, buffer);
        }
    }

    private void copy(InputStream in, long length, OutputStream out, byte[] buffer) throws IOException {
        for (long left = length; left > 0; ) {
            int read = in.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
            if (read == 0) {
                throw new IOException(file.path() + " changed while it was being compiled. Compile again.");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
