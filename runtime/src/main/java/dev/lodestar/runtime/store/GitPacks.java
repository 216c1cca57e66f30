package dev.lodestar.runtime.store;

import java.io.File;
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
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.internal.storage.file.PackIndex;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Keeps the number of packs small: when there are many, the smallest are copied into one, as many as together have more
 * objects than the next. So each object is copied a logarithmic number of times, and there are about as many packs.
 */
final class GitPacks {
    /** How many there may be. */
    private static final int MANY = 20;

    /** Of which size a pack is left alone, in bytes. */
    private static final long LARGE = 1L << 30;

    private static final int HASH = 20;

    private final ObjectDirectory objects;
    private final Path folder;

    /** The names of packs that have other objects than whole ones, which cannot simply be copied. */
    private final Set<String> foreign = new HashSet<>();

    GitPacks(ObjectDirectory objects) {
        this.objects = objects;
        this.folder = objects.getPackDirectory().toPath();
    }

    /** Where the objects of a pack begin, and its end. */
    private record Small(Path pack, long size, List<PackIndex.MutableEntry> entries) {}

    /** Where an object stands. */
    private record Place(FileChannel pack, long from, long to) {}

    void merge() throws IOException {
        List<Small> small = new ArrayList<>();
        long before = 0;
        for (Small next : packs()) {
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

    private List<Small> packs() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(path -> path.toString().endsWith(".idx")).toList();
        }
        List<Small> found = new ArrayList<>();
        for (Path index : files) {
            Path pack = sibling(index, "pack");
            String name = pack.getFileName().toString();
            if (Files.size(pack) < LARGE && !foreign.contains(name) && isPlain(index)) {
                Small small = read(index, pack);
                if (isWhole(small)) {
                    found.add(small);
                } else {
                    foreign.add(name);
                }
            }
        }
        found.sort(Comparator.comparing(small -> small.entries().size()));
        return found.size() < MANY ? List.of() : found;
    }

    private static Path sibling(Path index, String end) {
        String name = index.getFileName().toString();
        return index.resolveSibling(name.substring(0, name.length() - "idx".length()) + end);
    }

    // Git marks packs by files beside them: to be kept, to be forgotten, to be fetched again.
    private static boolean isPlain(Path index) {
        return Stream.of("keep", "mtimes", "promisor", "bitmap").noneMatch(end -> Files.exists(sibling(index, end)));
    }

    private static Small read(Path index, Path pack) throws IOException {
        List<PackIndex.MutableEntry> entries = new ArrayList<>();
        PackIndex.open(index.toFile()).forEach(entry -> entries.add(entry.cloneEntry()));
        entries.sort(Comparator.comparing(PackIndex.MutableEntry::getOffset));
        return new Small(pack, Files.size(pack), entries);
    }

    private static boolean isWhole(Small small) throws IOException {
        try (FileChannel pack = FileChannel.open(small.pack())) {
            ByteBuffer first = ByteBuffer.allocate(1);
            for (PackIndex.MutableEntry entry : small.entries()) {
                pack.read(first.clear(), entry.getOffset());
                if ((first.get(0) >> 4 & 7) > 4) {
                    return false;
                }
            }
        }
        return true;
    }

    private void merge(List<Small> packs) throws IOException {
        List<FileChannel> open = new ArrayList<>();
        Path merged;
        try {
            Map<ObjectId, Place> places = new LinkedHashMap<>();
            FileTime newest = FileTime.fromMillis(0);
            for (Small small : packs) {
                FileChannel channel = FileChannel.open(small.pack());
                open.add(channel);
                FileTime time = Files.getLastModifiedTime(small.pack());
                newest = time.compareTo(newest) > 0 ? time : newest;
                List<PackIndex.MutableEntry> entries = small.entries();
                for (int i = 0; i < entries.size(); i++) {
                    long end = i + 1 < entries.size() ? entries.get(i + 1).getOffset() : small.size() - HASH;
                    places.putIfAbsent(
                            entries.get(i).toObjectId(),
                            new Place(channel, entries.get(i).getOffset(), end));
                }
            }
            merged = GitPack.write(folder, places.size(), entries(places));
            // Its age decides when it may be dropped.
            Files.setLastModifiedTime(merged, newest);
            objects.openPack(merged.toFile());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            for (FileChannel channel : open) {
                channel.close();
            }
        }
        for (Small small : packs) {
            if (!small.pack().equals(merged)) {
                delete(small.pack().toFile());
            }
        }
    }

    private static Iterator<GitPack.Entry> entries(Map<ObjectId, Place> places) {
        return places.entrySet().stream()
                .map(place -> new GitPack.Entry(place.getKey(), read(place.getValue())))
                .iterator();
    }

    private static byte[] read(Place place) {
        ByteBuffer form = ByteBuffer.allocate(Math.toIntExact(place.to() - place.from()));
        try {
            while (form.hasRemaining()) {
                if (place.pack().read(form, place.from() + form.position()) < 0) {
                    throw new IOException("A pack ends too early.");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return form.array();
    }

    // Whoever reads it now looks for its objects again, and finds them in the new one.
    private static void delete(File pack) throws IOException {
        String name = pack.getPath().substring(0, pack.getPath().length() - "pack".length());
        for (String end : List.of("idx", "rev", "pack")) {
            Files.deleteIfExists(Path.of(name + end));
        }
    }
}
