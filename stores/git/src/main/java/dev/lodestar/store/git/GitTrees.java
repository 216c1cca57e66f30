package dev.lodestar.store.git;

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
 * Writes Git trees that differ from existing ones in some files: only the folders on the way to these files are
 * written.
 *
 * @param reader reads the existing trees
 * @param written receives the new trees
 */
record GitTrees(ObjectReader reader, SortedMap<String, Optional<String>> written) {
    // Git orders names by bytes, and folders as if their names ended in a slash. The bytes are UTF-8, so this is code
    // point order; Java's surrogates, which stand for the highest code points, are not the highest of its characters.
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
     * @param tree the existing tree; the zero id for an empty one
     * @param files the id of the new content of each changed file, by path; empty to remove the file
     * @return the id of the new tree; the zero id if it is empty
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
                            items.remove(path + "/"); // another program's: no folder can have a file's name
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
