package dev.lodestar.store.git;

import dev.lodestar.runtime.store.contract.MergeContract;
import dev.lodestar.store.History.Keep;
import dev.lodestar.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class GitMergeTest extends MergeContract {
    @TempDir
    Path folder;

    private final List<GitMedium> media = new ArrayList<>();

    @Override
    protected Store open(Keep keep) {
        GitMedium medium = GitMedium.open(folder.resolve("store" + media.size()), keep);
        media.add(medium);
        return GitStores.open(medium);
    }

    @Override
    protected void drop() {
        media.forEach(GitMedium::tidy);
    }

    @Override
    protected int steps() {
        return 40;
    }
}
