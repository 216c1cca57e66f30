package dev.lodestar.examples.counter.typing;

import dev.lodestar.Action;
import dev.lodestar.BadInput;
import dev.lodestar.Reply;
import dev.lodestar.Request;
import dev.lodestar.Size;
import dev.lodestar.Template;
import dev.lodestar.Upload;
import dev.lodestar.View;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Forms in every encoding, and one that the client does not handle. */
final class Postcards {
    private final List<String> sent = new CopyOnWriteArrayList<>();

    @View("/postcards")
    PostcardsPage page() {
        return new PostcardsPage(
                List.of(
                        new Encoding("plain", "application/x-www-form-urlencoded"),
                        new Encoding("parts", "multipart/form-data")),
                sent);
    }

    @Action("postcard/send")
    Reply send(Postcard card, Request request) {
        List<Upload> pictures = request.files("picture");
        if (pictures.stream().anyMatch(picture -> !picture.contentType().startsWith("image/"))) {
            throw new BadInput("picture", "That is not a picture.");
        }
        sent.add(card + pictures.stream().map(Postcards::described).toList().toString());
        return Reply.changed();
    }

    private static String described(Upload picture) {
        return picture.fileName() + " " + picture.contentType() + " " + Arrays.toString(picture.bytes());
    }

    record Postcard(
            @Size(max = 8) String text,
            @Size(max = 2, message = "Two stamps at most.") List<Stamp> stamps,
            boolean express,
            Address to,
            Optional<String> button) {
        @Override
        public String toString() {
            return text.replace("\n", "/") + " " + stamps + " " + express + " " + to.street() + " " + button.orElse("-")
                    + " ";
        }
    }

    enum Stamp {
        RED,
        BLUE,
        GREEN
    }

    record Address(String street) {}

    record Encoding(String id, String type) {}

    @Template("postcards.mustache")
    record PostcardsPage(List<Encoding> encodings, List<String> sent) {}
}
