package dev.lodestar.processor.asset;

import dev.lodestar.processor.application.ContentHash;
import dev.lodestar.processor.asset.link.Link;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which files refer to which, and the hashes that result. */
final class AssetLinks {
    private final SortedMap<String, AssetFile> files;
    private final Map<String, List<String>> targets = new TreeMap<>();
    private final Map<String, String> hashes = new TreeMap<>();

    /**
     * @param files all files by name
     * @param broken receives the links that lead to no file
     */
    AssetLinks(SortedMap<String, AssetFile> files, BrokenLinks broken) {
        this.files = files;
        files.values().forEach(file -> targets.put(file.name(), targets(file, broken)));
        files.values().forEach(file -> hashes.put(file.name(), hash(file)));
    }

    private List<String> targets(AssetFile file, BrokenLinks broken) {
        List<String> names = new ArrayList<>();
        for (Link link : file.links()) {
            String name = RelativePath.resolve(file.name(), link.path());
            if (!files.containsKey(name) && !link.optional()) {
                broken.report(file, link, name);
            }
            names.add(name);
        }
        return names;
    }

    /** The file with the URLs of the files it refers to. */
    Served served(AssetFile file) {
        List<String> urls = new ArrayList<>();
        for (int i = 0; i < file.links().size(); i++) {
            urls.add(url(file.links().get(i), targets.get(file.name()).get(i)));
        }
        return Served.file(file.name(), hashes.get(file.name()), new FileContent(file, urls));
    }

    // An optional link that leads nowhere stays as it is: third-party files often come without their source maps.
    private String url(Link link, String name) {
        return UrlPath.encode(files.containsKey(name) ? "/assets/" + hashes.get(name) + "/" + name : link.path());
    }

    /**
     * A file's URL must change with every file that it refers to, directly or indirectly, since their URLs are part of
     * what is served. So its hash covers them all, which also works for files that refer to each other in a cycle.
     */
    private String hash(AssetFile file) {
        if (targets.get(file.name()).isEmpty()) {
            return file.hash();
        }
        StringBuilder all = new StringBuilder();
        for (String name : reachable(file.name())) {
            all.append(files.get(name).hash()).append(' ').append(name).append('\n');
        }
        return ContentHash.of(all.toString());
    }

    private SortedSet<String> reachable(String from) {
        SortedSet<String> reached = new TreeSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            String name = next.pop();
            if (files.containsKey(name) && reached.add(name)) {
                next.addAll(targets.get(name));
            }
        }
        return reached;
    }
}
