package dev.lodestar.store.git;

import dev.lodestar.runtime.store.history.CommitGraph;
import dev.lodestar.runtime.store.history.CommitRecord;
import dev.lodestar.runtime.store.json.TextChange;
import dev.lodestar.runtime.store.medium.Texts;
import dev.lodestar.store.StoreException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** The commits of a Git repository, including those made by other programs. */
final class GitCommits implements CommitGraph {
    private final GitMedium medium;

    GitCommits(GitMedium medium) {
        this.medium = medium;
    }

    @Override
    public String heads() {
        return GitMedium.HEADS;
    }

    // A commit at which the history was cut off can be a starting point, but what it changed is unknown.
    @Override
    public @Nullable CommitRecord find(Texts texts, String id) {
        if (!ObjectId.isId(id)) {
            return null;
        }
        try (GitObjects objects = medium.objects(texts);
                RevWalk walk = new RevWalk(objects)) {
            RevCommit commit = walk.parseCommit(ObjectId.fromString(id));
            if (objects.getShallowCommits().contains(commit)) {
                return null;
            }
            List<String> parents =
                    Stream.of(commit.getParents()).map(RevCommit::name).toList();
            return new CommitRecord(
                    parents,
                    0, // Git has no use for numbers
                    commit.getAuthorIdent().getWhenAsInstant(),
                    commit.getAuthorIdent().getName(),
                    message(commit.getFullMessage()),
                    List.copyOf(difference(texts, parents.isEmpty() ? "" : parents.get(0), id)
                            .values()),
                    List.of());
        } catch (MissingObjectException | IncorrectObjectTypeException e) {
            return null;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Returns a message as a store has it: Git may add a line break at the end, and keeps no zero characters. */
    static String message(String text) {
        return text.replace('\0', ' ').stripTrailing();
    }

    @Override
    public SortedMap<String, TextChange> difference(Texts texts, String from, String to) {
        SortedMap<String, TextChange> changes = new TreeMap<>();
        try (GitObjects objects = medium.objects(texts);
                RevWalk walk = new RevWalk(objects);
                TreeWalk files = new TreeWalk(objects)) {
            add(files, walk, from);
            add(files, walk, to);
            files.setRecursive(true);
            files.setFilter(TreeFilter.ANY_DIFF);
            while (files.next()) {
                Optional<String> key = GitPaths.key(files.getPathString());
                if (key.isPresent()) {
                    TextChange changed = new TextChange(key.get(), text(objects, files, 0), text(objects, files, 1));
                    if (!changed.before().equals(changed.after())) {
                        changes.put(key.get(), changed);
                    }
                }
            }
            return changes;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static void add(TreeWalk files, RevWalk walk, String id) throws IOException {
        if (id.isEmpty()) {
            files.addTree(new EmptyTreeIterator());
        } else {
            files.addTree(walk.parseCommit(ObjectId.fromString(id)).getTree());
        }
    }

    // Links and submodules are not values, whatever their names.
    private static Optional<String> text(GitObjects objects, TreeWalk files, int side) throws IOException {
        FileMode mode = files.getFileMode(side);
        boolean file = (mode.getBits() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
        return file ? Optional.of(GitMedium.text(objects, files.getObjectId(side))) : Optional.empty();
    }

    @Override
    public List<String> bases(Texts texts, Collection<String> ours, String theirs) {
        if (ours.contains("") || theirs.isEmpty()) {
            return List.of("");
        }
        try (GitObjects objects = medium.objects(texts);
                RevWalk walk = new RevWalk(objects)) {
            Set<RevCommit> bases = new LinkedHashSet<>();
            for (String one : ours) {
                walk.reset();
                walk.setRevFilter(RevFilter.MERGE_BASE);
                walk.markStart(walk.parseCommit(ObjectId.fromString(one)));
                walk.markStart(walk.parseCommit(ObjectId.fromString(theirs)));
                walk.forEach(bases::add);
            }
            if (bases.isEmpty()) {
                return objects.getShallowCommits().isEmpty() ? List.of("") : List.of();
            }
            return nearest(walk, List.copyOf(bases));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Leaves out the ancestors of others. */
    private static List<String> nearest(RevWalk walk, List<RevCommit> commits) throws IOException {
        List<String> nearest = new ArrayList<>();
        for (RevCommit one : commits) {
            boolean behind = false;
            for (RevCommit other : commits) {
                walk.reset();
                walk.setRevFilter(RevFilter.ALL);
                behind |= one != other && walk.isMergedInto(one, other);
            }
            if (!behind) {
                nearest.add(one.name());
            }
        }
        return nearest;
    }

    private StoreException unreadable(IOException e) {
        return new StoreException(
                "The repository " + medium.repository().getDirectory() + " cannot be read: " + e.getMessage()
                        + ". Run \"git fsck\" to find out what is missing.",
                e);
    }
}
