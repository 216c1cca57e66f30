package dev.lodestar.process;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/** Reads a stream event by event, without a thread of its own, so that hundreds can be open. */
public final class EventReader implements Flow.Subscriber<List<ByteBuffer>> {
    private static final byte[] NOTHING = {};

    private final Consumer<byte[]> each;
    private byte[] bytes = new byte[16 * 1024];
    private int size;

    private EventReader(Consumer<byte[]> each) {
        this.each = each;
    }

    /**
     * Opens a stream, which stays open for as long as the client lives.
     *
     * @param each receives each event, as the bytes up to its empty line, and an empty array when the stream has
     *     ended; called by one thread at a time
     */
    public static void open(HttpClient client, HttpRequest request, Consumer<byte[]> each) {
        client.sendAsync(request, answer -> BodySubscribers.fromSubscriber(new EventReader(each)))
                .whenComplete((answer, refused) -> each.accept(NOTHING));
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            int from = size;
            int more = buffer.remaining();
            if (size + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
            }
            buffer.get(bytes, size, more);
            size += more;
            cut(from);
        }
    }

    private void cut(int from) {
        int start = 0;
        for (int i = Math.max(from, 1); i < size; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\n') {
                each.accept(Arrays.copyOfRange(bytes, start, i));
                start = i + 1;
            }
        }
        System.arraycopy(bytes, start, bytes, 0, size - start);
        size -= start;
    }

    @Override
    public void onError(Throwable thrown) {
        // The response is complete with it.
    }

    @Override
    public void onComplete() {
        // The response is complete with it.
    }
}
