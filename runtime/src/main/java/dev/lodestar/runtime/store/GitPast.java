package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.HistoryRecord.Changed;
import dev.lodestar.store.StoreException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** The commits of a Git repository, also those that others have made before the store was opened. */
final class GitPast implements Past {
    private final GitMedium medium;

    GitPast(GitMedium medium) {
        this.medium = medium;
    }

    @Override
    public String head(Texts texts, String branch) {
        return Optional.ofNullable(texts.get(GitMedium.HEADS + branch)).orElse("");
    }

    @Override
    public @Nullable HistoryRecord find(Texts texts, String id) {
        if (!ObjectId.isId(id)) {
            return null;
        }
        try (RevWalk walk = new RevWalk(medium.repository())) {
            RevCommit commit = walk.parseCommit(ObjectId.fromString(id));
            List<String> parents =
                    Stream.of(commit.getParents()).map(RevCommit::name).toList();
            return new HistoryRecord(
                    parents,
                    0, // Git finds its ways without
                    commit.getAuthorIdent().getWhenAsInstant(),
                    commit.getAuthorIdent().getName(),
                    commit.getFullMessage(),
                    List.copyOf(difference(texts, parents.isEmpty() ? "" : parents.get(0), id)
                            .values()));
        } catch (MissingObjectException | IncorrectObjectTypeException e) {
            return null;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public SortedMap<String, Changed> difference(Texts texts, String from, String to) {
        SortedMap<String, Changed> changes = new TreeMap<>();
        try (RevWalk walk = new RevWalk(medium.repository());
                TreeWalk files = new TreeWalk(medium.repository())) {
            add(files, walk, from);
            add(files, walk, to);
            files.setRecursive(true);
            files.setFilter(TreeFilter.ANY_DIFF);
            while (files.next()) {
                if (GitPaths.isValue(files.getPathString())) {
                    String key = GitPaths.key(files.getPathString());
                    changes.put(key, new Changed(key, text(files, 0), text(files, 1)));
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

    private Optional<String> text(TreeWalk files, int side) throws IOException {
        ObjectId content = files.getObjectId(side);
        return content.equals(ObjectId.zeroId()) ? Optional.empty() : Optional.of(medium.text(content));
    }

    @Override
    public String base(Texts texts, String ours, String theirs) {
        try (RevWalk walk = new RevWalk(medium.repository())) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(walk.parseCommit(ObjectId.fromString(ours)));
            walk.markStart(walk.parseCommit(ObjectId.fromString(theirs)));
            RevCommit base = walk.next();
            return base == null ? "" : base.name();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public List<String> branches(Texts texts) {
        List<String> names = new ArrayList<>();
        texts.range(
                GitMedium.HEADS,
                GitMedium.HEADS + Keys.LAST,
                (key, id) -> names.add(key.substring(GitMedium.HEADS.length())));
        return names;
    }

    @Override
    public void start(String branch, String head, SortedMap<String, Optional<String>> written) {
        written.put(GitMedium.HEADS + branch, Optional.of(head));
    }

    private StoreException unreadable(IOException e) {
        return new StoreException(
                "The repository " + medium.repository().getDirectory() + " cannot be read: " + e.getMessage()
                        + ". Let \"git fsck\" say what it lacks.",
                e);
    }
}
