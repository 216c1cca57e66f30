package dev.lodestar.runtime.store;

import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * Writes trees of Git that differ from others in some files: only the folders on the way to them are written.
 *
 * @param reader finds the others
 * @param written takes the new trees
 */
record GitTrees(ObjectReader reader, SortedMap<String, Optional<String>> written) {
    // Git orders by bytes, and folders as if a slash ended their names. The bytes are UTF-8, so that is the order
    // of the characters, of which Java writes those beyond 16 bits in two, with numbers below the last of the others.
    private static final Comparator<String> ORDER = (one, other) -> {
        int end = Math.min(one.length(), other.length());
        for (int i = 0; i < end; i++) {
            if (one.charAt(i) != other.charAt(i)) {
                return rank(one.charAt(i)) - rank(other.charAt(i));
            }
        }
        return one.length() - other.length();
    };

    private static int rank(char c) {
        return Character.isSurrogate(c) ? c + Character.MAX_VALUE : c;
    }

    private record Item(FileMode mode, ObjectId id) {}

    /**
     * Writes a tree.
     *
     * @param tree what it is like otherwise; the zero id for nothing
     * @param files by path, the new content's id of each changed file, or empty if it goes
     * @return the tree's id; the zero id if there is nothing in it
     */
    ObjectId edit(ObjectId tree, SortedMap<String, Optional<ObjectId>> files) throws IOException {
        SortedMap<String, Item> items = read(tree);
        SortedMap<String, SortedMap<String, Optional<ObjectId>>> folders = new TreeMap<>();
        files.forEach((path, content) -> {
            int slash = path.indexOf('/');
            if (slash >= 0) {
                folders.computeIfAbsent(path.substring(0, slash + 1), f -> new TreeMap<>())
                        .put(path.substring(slash + 1), content);
            } else {
                content.ifPresentOrElse(
                        id -> {
                            items.put(path, new Item(FileMode.REGULAR_FILE, id));
                            items.remove(path + "/"); // somebody else's: no folder can have a file's name
                        },
                        () -> items.remove(path));
            }
        });
        for (String folder : folders.keySet()) {
            Item before = items.get(folder);
            ObjectId id = edit(before == null ? ObjectId.zeroId() : before.id(), folders.get(folder));
            if (id.equals(ObjectId.zeroId())) {
                items.remove(folder);
            } else {
                items.put(folder, new Item(FileMode.TREE, id));
                items.remove(folder.substring(0, folder.length() - 1));
            }
        }
        return write(items);
    }

    private SortedMap<String, Item> read(ObjectId tree) throws IOException {
        SortedMap<String, Item> items = new TreeMap<>(ORDER);
        if (!tree.equals(ObjectId.zeroId())) {
            CanonicalTreeParser parser = new CanonicalTreeParser(null, reader, tree);
            for (; !parser.eof(); parser.next()) {
                FileMode mode = parser.getEntryFileMode();
                String name = parser.getEntryPathString() + (mode == FileMode.TREE ? "/" : "");
                items.put(name, new Item(mode, parser.getEntryObjectId()));
            }
        }
        return items;
    }

    private ObjectId write(SortedMap<String, Item> items) {
        if (items.isEmpty()) {
            return ObjectId.zeroId();
        }
        TreeFormatter formatter = new TreeFormatter();
        items.forEach((name, item) -> {
            String plain = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
            formatter.append(plain, item.mode(), item.id());
        });
        return GitObjects.add(Constants.OBJ_TREE, formatter.toByteArray(), written);
    }
}
