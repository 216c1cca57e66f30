package dev.lodestar.runtime.store;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.internal.storage.file.BasePackIndexWriter;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.PackedObjectInfo;

/**
 * Writes packs: files of Git that hold many objects each, here always whole ones, with an index beside. The format is
 * that of Git's own documentation, gitformat-pack.
 */
final class GitPack {
    /** What files are called that are not whole yet; Git knows the first half of the name and clears them away too. */
    private static final String UNFINISHED = "tmp_pack_lodestar_";

    private static final int VERSION = 2;

    private GitPack() {}

    /**
     * An object as it stands in a pack.
     *
     * @param form its type, its length, and its content, deflated
     */
    record Entry(ObjectId id, byte[] form) {
        static Entry of(GitObjects.Pending object, Deflater deflater) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            int length = object.content().length;
            // Four bits of the length stand beside the type, then seven in each byte, the least first.
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
            return new Entry(object.id(), out.toByteArray());
        }
    }

    /**
     * Writes a pack, which is durable and seen by others when this returns.
     *
     * @param folder of the packs
     * @param count of the entries
     * @return the file
     */
    static Path write(Path folder, int count, Iterator<Entry> entries) throws IOException {
        Path pack = Files.createTempFile(folder, UNFINISHED, "");
        Path index = Files.createTempFile(folder, UNFINISHED, "");
        try {
            List<PackedObjectInfo> objects = new ArrayList<>();
            byte[] hash = writePack(pack, count, entries, objects);
            Collections.sort(objects);
            try (FileChannel channel = FileChannel.open(index, StandardOpenOption.WRITE)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
                BasePackIndexWriter.createVersion(out, VERSION).write(objects, hash);
                out.flush();
                channel.force(true);
            }
            String name = "pack-" + HexFormat.of().formatHex(hash);
            Path place = folder.resolve(name + ".pack");
            // The index last: without it the pack is not looked at.
            Files.move(pack, place, StandardCopyOption.ATOMIC_MOVE);
            Files.move(index, folder.resolve(name + ".idx"), StandardCopyOption.ATOMIC_MOVE);
            sync(folder);
            return place;
        } finally {
            Files.deleteIfExists(pack);
            Files.deleteIfExists(index);
        }
    }

    private static byte[] writePack(Path file, int count, Iterator<Entry> entries, List<PackedObjectInfo> objects)
            throws IOException {
        MessageDigest digest = Constants.newMessageDigest();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            OutputStream out = new DigestOutputStream(
                    new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16), digest);
            ByteBuffer header = ByteBuffer.allocate(12);
            header.put(Constants.PACK_SIGNATURE).putInt(VERSION).putInt(count);
            out.write(header.array());
            long offset = header.capacity();
            while (entries.hasNext()) {
                Entry entry = entries.next();
                CRC32 sum = new CRC32();
                sum.update(entry.form());
                PackedObjectInfo object = new PackedObjectInfo(entry.id());
                object.setOffset(offset);
                object.setCRC((int) sum.getValue());
                objects.add(object);
                out.write(entry.form());
                offset += entry.form().length;
            }
            byte[] hash = digest.digest();
            out.write(hash);
            out.flush();
            channel.force(true);
            return hash;
        }
    }

    /** Takes away what a process that was killed had not finished. */
    static void clear(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
                for (Path file : unfinished) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Makes the names in a folder durable, where the system has a way to. */
    static void sync(Path folder) throws IOException {
        if (File.separatorChar == '/') {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
