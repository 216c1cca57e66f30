package dev.lodestar.store.git;

import dev.lodestar.store.History.Keep;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.GC;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectDatabase;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.pack.PackConfig;

/**
 * How far back the history of a repository goes: to the commits listed in its file {@code shallow}, whose parents Git
 * treats as missing. What only those parents need is garbage, and is collected later.
 */
final class GitHorizon {
    /** The number of dropped commits that makes it worthwhile to collect garbage. */
    private static final int WORTHWHILE = 100;

    /** The age up to which an unneeded object is kept: another program may be about to need it. */
    static final Duration YOUNG = Duration.ofMinutes(10);

    private final GitMedium medium;
    private final Keep keep;
    private Instant collected = Instant.now();

    /** How many commits were dropped since; at the start, when that is unknown, a large number. */
    private long garbage = WORTHWHILE;

    GitHorizon(GitMedium medium, Keep keep) {
        this.medium = medium;
        this.keep = keep;
    }

    /** Tells whether a number of new commits makes it worthwhile to shorten the history. */
    boolean isDue(int commits) {
        return !keep.equals(Keep.everything()) && commits >= Math.min(keep.commits() / 4, WORTHWHILE);
    }

    /** Drops the commits that need not be kept. */
    void shorten() throws IOException {
        try (RevWalk walk = new RevWalk(medium.repository())) {
            List<String> heads = new ArrayList<>();
            walk.sort(RevSort.TOPO);
            walk.sort(RevSort.COMMIT_TIME_DESC, true);
            for (Ref ref : medium.repository().getRefDatabase().getRefsByPrefix(Constants.R_HEADS)) {
                heads.add(ref.getObjectId().name());
                walk.markStart(walk.parseCommit(ref.getObjectId()));
            }
            List<RevCommit> commits = new ArrayList<>();
            walk.forEach(commits::add);
            int kept = kept(commits, medium.commits().closure(medium, heads));
            if (kept < commits.size()) {
                write(boundary(commits.subList(0, kept)));
                garbage += commits.size() - kept;
            }
        }
    }

    /** Collects garbage, if there is enough of it and the last time was long enough ago. */
    void clean() throws IOException {
        if (garbage >= WORTHWHILE && Duration.between(collected, Instant.now()).compareTo(YOUNG) > 0) {
            collect();
        }
    }

    /** Returns how many commits stay. Children come before parents, and stay as long as these do. */
    private int kept(List<RevCommit> commits, Set<String> needed) {
        Map<RevCommit, Integer> places = new HashMap<>();
        Instant oldest = keep.age().compareTo(Duration.ofDays(1_000_000)) > 0
                ? Instant.MIN
                : Instant.now().minus(keep.age());
        int end = 0;
        for (int i = 0; i < commits.size(); i++) {
            RevCommit commit = commits.get(i);
            places.put(commit, i);
            // One more than wanted, because what the last one changed is no longer known.
            boolean wanted = i <= keep.commits()
                    && !commit.getCommitterIdent().getWhenAsInstant().isBefore(oldest);
            if (wanted || i < 2 || needed.contains(commit.name())) {
                end = i + 1;
            }
        }
        // Git hides either all parents of a commit or none.
        for (int i = 0; i < end; i++) {
            int first = Integer.MAX_VALUE;
            int last = 0;
            for (RevCommit parent : commits.get(i).getParents()) {
                first = Math.min(first, places.get(parent));
                last = Math.max(last, places.get(parent));
            }
            if (first < end && last >= end) {
                end = last + 1;
                i = -1;
            }
        }
        return end;
    }

    private Set<ObjectId> boundary(List<RevCommit> kept) throws IOException {
        ObjectDatabase objects = medium.repository().getObjectDatabase();
        Set<ObjectId> shallow = new TreeSet<>();
        for (ObjectId id : objects.getShallowCommits()) {
            if (objects.has(id)) {
                shallow.add(id);
            }
        }
        Set<RevCommit> all = Set.copyOf(kept);
        for (RevCommit commit : kept) {
            if (commit.getParentCount() > 0 && Stream.of(commit.getParents()).noneMatch(all::contains)) {
                shallow.add(commit.getId());
            }
        }
        return shallow;
    }

    // Not by JGit's own means, which do not sync the file: it must be durable before anything is collected. The lock is
    // Git's.
    private void write(Set<ObjectId> shallow) throws IOException {
        Path folder = medium.repository().getDirectory().toPath();
        Path lock = folder.resolve("shallow.lock");
        StringBuilder text = new StringBuilder();
        shallow.forEach(id -> text.append(id.name()).append('\n'));
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.US_ASCII.encode(text.toString()));
            channel.force(true);
        }
        Files.move(lock, folder.resolve("shallow"), StandardCopyOption.ATOMIC_MOVE);
        DurableFolder.sync(folder);
    }

    /**
     * Collects garbage. This uses a class that JGit does not publish: what it does publish, {@code Git.gc()}, also
     * deletes loose objects that another program has just written, or else unpacks all garbage into loose objects
     * first.
     */
    void collect() throws IOException {
        GC collector = new GC((FileRepository) medium.repository());
        PackConfig config = new PackConfig(medium.repository());
        config.setBuildBitmaps(false);
        collector.setPackConfig(config);
        collector.setPackExpire(Instant.now().minus(YOUNG));
        // Nothing is rescued from the packs that are deleted: what is not in the new pack is of no use.
        collector.setExpire(Instant.ofEpochMilli(Long.MAX_VALUE));
        collector.repack();
        collector.prunePacked();
        collected = Instant.now();
        garbage = 0;
    }
}
