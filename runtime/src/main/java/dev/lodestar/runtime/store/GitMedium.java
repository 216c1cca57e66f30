package dev.lodestar.runtime.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import org.eclipse.jgit.lib.BatchRefUpdate;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/**
 * Texts in the files of a bare Git repository. The recorder writes the objects of a commit; here its branch is moved to
 * it, which is what makes it one. A copy of the newest state of every branch is kept in memory to be read.
 */
final class GitMedium implements Medium {
    /** Where the id of a branch's newest commit stands among the texts. */
    static final String HEADS = ".git/head/";

    private static final String REFS = Constants.R_HEADS;

    private final StoreFile file;
    private final FileChannel lock;
    private final Repository repository;
    private final ConcurrentSkipListMap<String, String> texts = new ConcurrentSkipListMap<>();

    private GitMedium(StoreFile file, FileChannel lock, Repository repository) {
        this.file = file;
        this.lock = lock;
        this.repository = repository;
    }

    static GitMedium open(Path folder) {
        StoreFile file = StoreFile.prepare(folder.resolve("lodestar.lock"));
        FileChannel lock = lock(file);
        try {
            GitLocks.release(folder);
            Repository repository = new FileRepositoryBuilder()
                    .setGitDir(folder.toFile())
                    .setBare()
                    .build();
            if (!repository.getObjectDatabase().exists()) {
                repository.create(true);
                repository.updateRef(Constants.HEAD).link(REFS + Space.MAIN.branch());
            }
            GitMedium medium = new GitMedium(file, lock, repository);
            medium.load();
            return medium;
        } catch (IOException e) {
            closeQuietly(lock);
            throw file.unreadable(e);
        }
    }

    // Git itself locks a branch only for the moment in which it moves.
    private static FileChannel lock(StoreFile file) {
        try {
            FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return channel;
                }
            } catch (OverlappingFileLockException e) {
                closeQuietly(channel);
                throw file.inUse(e);
            }
            closeQuietly(channel);
            throw file.inUse(null);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    Repository repository() {
        return repository;
    }

    private void load() throws IOException {
        for (Ref ref : repository.getRefDatabase().getRefsByPrefix(REFS)) {
            String branch = ref.getName().substring(REFS.length());
            texts.put(HEADS + branch, ref.getObjectId().name());
            try (RevWalk walk = new RevWalk(repository);
                    TreeWalk files = new TreeWalk(repository)) {
                files.addTree(walk.parseCommit(ref.getObjectId()).getTree());
                files.setRecursive(true);
                while (files.next()) {
                    if (GitPaths.isValue(files.getPathString())) {
                        texts.put(
                                new Space(branch).stored(GitPaths.key(files.getPathString())),
                                text(files.getObjectId(0)));
                    }
                }
            }
        }
    }

    /** The content of a file. */
    String text(ObjectId content) throws IOException {
        return new String(repository.open(content).getCachedBytes(), StandardCharsets.UTF_8);
    }

    /** Asks for every object and branch to be synced. Not in the file: Git itself has other settings for it. */
    void sync() {
        repository.getConfig().setBoolean("core", null, "fsyncObjectFiles", true);
        repository.getConfig().setBoolean("core", null, "fsyncRefFiles", true);
    }

    @Override
    public @Nullable String get(String key) {
        return texts.get(key);
    }

    @Override
    public void range(String from, String to, BiConsumer<String, String> visitor) {
        texts.subMap(from, to).forEach(visitor);
    }

    @Override
    public void write(SortedMap<String, Optional<String>> changes) {
        try {
            sync();
            BatchRefUpdate update = repository.getRefDatabase().newBatchUpdate();
            update.setAtomic(true).disableRefLog();
            changes.subMap(HEADS, HEADS + Keys.LAST)
                    .forEach((key, id) ->
                            id.filter(text -> !text.isEmpty()).ifPresent(text -> update.addCommand(move(key, text))));
            try (RevWalk walk = new RevWalk(repository)) {
                update.execute(walk, NullProgressMonitor.INSTANCE);
            }
            for (ReceiveCommand command : update.getCommands()) {
                if (command.getResult() != ReceiveCommand.Result.OK) {
                    throw new IOException("the branch " + command.getRefName() + " cannot be moved: "
                            + command.getResult() + " " + command.getMessage());
                }
            }
        } catch (IOException e) {
            throw file.unwritable(e);
        }
        changes.forEach((key, text) -> text.ifPresentOrElse(t -> texts.put(key, t), () -> texts.remove(key)));
    }

    private ReceiveCommand move(String key, String id) {
        String before = texts.get(key);
        ObjectId from = before == null || before.isEmpty() ? ObjectId.zeroId() : ObjectId.fromString(before);
        return new ReceiveCommand(from, ObjectId.fromString(id), REFS + key.substring(HEADS.length()));
    }

    /** Says that an object cannot be written. */
    RuntimeException unwritable(IOException e) {
        return file.unwritable(e);
    }

    @Override
    public void close() {
        repository.close();
        closeQuietly(lock);
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // The lock ends with the process at the latest.
        }
    }
}
