package dev.lodestar.store.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Keeps the number of packs small. When there are many, the smallest are copied into one: as many as together have more
 * objects than the next larger one. So each object is copied a logarithmic number of times, and the number of packs is
 * logarithmic too.
 */
final class GitPackMerger {
    /** How many packs are left alone. */
    private static final int MANY = 20;

    /** The size from which on a pack is left alone, in bytes. */
    private static final long LARGE = 1L << 30;

    private static final int HASH = 20;

    private final GitPackFolder folder;

    /** The names of packs that cannot simply be copied: they have deltas in them, or an index of another version. */
    private final Set<String> foreign = new HashSet<>();

    GitPackMerger(GitPackFolder folder) {
        this.folder = folder;
    }

    private record Pack(Path path, long size, List<GitPackIndex.Entry> entries) {}

    /** Where an object is. */
    private record Place(FileChannel pack, long from, long to) {}

    void merge() throws IOException {
        List<Pack> small = new ArrayList<>();
        long before = 0;
        for (Pack next : packs()) {
            if (small.size() > 1 && next.entries().size() > before) {
                break;
            }
            small.add(next);
            before += next.entries().size();
        }
        if (small.size() > 1) {
            merge(small);
        }
    }

    private List<Pack> packs() throws IOException {
        List<Pack> found = new ArrayList<>();
        for (Path index : folder.files("idx")) {
            Path path = sibling(index, "pack");
            String name = path.getFileName().toString();
            if (Files.size(path) < LARGE && !foreign.contains(name) && isPlain(index)) {
                Pack pack = new Pack(path, Files.size(path), GitPackIndex.read(index));
                if (!pack.entries().isEmpty() && hasNoDeltas(pack)) {
                    found.add(pack);
                } else {
                    foreign.add(name);
                }
            }
        }
        found.sort(Comparator.comparing(pack -> pack.entries().size()));
        return found.size() < MANY ? List.of() : found;
    }

    private static Path sibling(Path file, String extension) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.') + 1) + extension);
    }

    // Git marks packs with files beside them: to be kept, to expire, to be fetched again.
    private static boolean isPlain(Path index) {
        return Stream.of("keep", "mtimes", "promisor", "bitmap")
                .noneMatch(extension -> Files.exists(sibling(index, extension)));
    }

    private static boolean hasNoDeltas(Pack pack) throws IOException {
        try (FileChannel channel = FileChannel.open(pack.path())) {
            ByteBuffer first = ByteBuffer.allocate(1);
            for (GitPackIndex.Entry entry : pack.entries()) {
                channel.read(first.clear(), entry.offset());
                if ((first.get(0) >> 4 & 7) > 4) {
                    return false;
                }
            }
        }
        return true;
    }

    private void merge(List<Pack> packs) throws IOException {
        List<FileChannel> open = new ArrayList<>();
        Path merged;
        try {
            Map<ObjectId, Place> places = new LinkedHashMap<>();
            FileTime newest = FileTime.fromMillis(0);
            for (Pack pack : packs) {
                FileChannel channel = FileChannel.open(pack.path());
                open.add(channel);
                FileTime time = Files.getLastModifiedTime(pack.path());
                newest = time.compareTo(newest) > 0 ? time : newest;
                List<GitPackIndex.Entry> entries = pack.entries();
                for (int i = 0; i < entries.size(); i++) {
                    long end = i + 1 < entries.size() ? entries.get(i + 1).offset() : pack.size() - HASH;
                    places.putIfAbsent(
                            entries.get(i).id(),
                            new Place(channel, entries.get(i).offset(), end));
                }
            }
            merged = write(places);
            // The age of a pack decides when it may be dropped.
            Files.setLastModifiedTime(merged, newest);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            for (FileChannel channel : open) {
                channel.close();
            }
        }
        for (Pack pack : packs) {
            if (!pack.path().equals(merged)) {
                delete(pack.path());
            }
        }
    }

    /** Writes a pack, unless there is one with these objects, and returns its file. */
    private Path write(Map<ObjectId, Place> places) throws IOException {
        Optional<Path> index = index(places.keySet());
        if (index.isEmpty()) {
            Iterator<byte[]> objects =
                    places.values().stream().map(GitPackMerger::read).iterator();
            folder.write(new GitPackStream(places.size(), objects));
            index = index(places.keySet());
        }
        return sibling(index.orElseThrow(() -> new IOException("The merged pack is gone.")), "pack");
    }

    private Optional<Path> index(Set<ObjectId> objects) throws IOException {
        for (Path index : folder.files("idx")) {
            if (GitPackIndex.hasExactly(index, objects)) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    private static byte[] read(Place place) {
        ByteBuffer object = ByteBuffer.allocate(Math.toIntExact(place.to() - place.from()));
        try {
            while (object.hasRemaining()) {
                if (place.pack().read(object, place.from() + object.position()) < 0) {
                    throw new IOException("A pack ends too early.");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return object.array();
    }

    // A program that is reading the pack looks for its objects again, and finds them in the new one.
    private static void delete(Path pack) throws IOException {
        for (String extension : List.of("idx", "rev", "pack")) {
            Path file = sibling(pack, extension);
            file.toFile().setWritable(true); // Windows does not delete read-only files
            Files.deleteIfExists(file);
        }
    }
}
