package dev.guanjia.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.guanjia.client.TestServer.Seen;
import dev.guanjia.client.model.Staff;
import dev.guanjia.client.model.StaffCreate;
import dev.guanjia.client.model.StaffPatch;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryTest {
    private final FakeTiming timing = new FakeTiming();

    private Guanjia client(TestServer server) {
        return server.client().timing(timing).build();
    }

    @Test
    void aCommandArrivesAfterTwoFailuresWithTheSameKeyAndBody() {
        try (TestServer server =
                new TestServer(
                        TestServer.json(503, ""),
                        TestServer.json(502, ""),
                        TestServer.json(201, TestServer.STAFF))) {
            StaffCreate body = new StaffCreate().staffNo("S0001").name("\u5f20\u4f1f");

            Staff staff = client(server).organisation().createStaff("key-1", body);

            assertThat(staff.getId()).isEqualTo("sf_00000001");
            assertThat(server.seen()).hasSize(3);
            assertThat(server.seen())
                    .extracting(seen -> seen.header("Idempotency-Key"))
                    .containsOnly("key-1");
            assertThat(server.seen())
                    .extracting(Seen::body)
                    .containsOnly("{\"staff_no\":\"S0001\",\"name\":\"\u5f20\u4f1f\"}");
        }
    }

    @Test
    void aPatchIsSentAgainWithItsKeyAndItsIfMatch() {
        try (TestServer server =
                new TestServer(TestServer.json(503, ""), TestServer.json(200, TestServer.STAFF))) {
            StaffPatch patch = new StaffPatch().name("A");

            client(server).organisation().updateStaff("sf_00000001", "key-2", "\"7\"", patch);

            assertThat(server.seen())
                    .extracting(s -> s.header("Idempotency-Key") + s.header("If-Match"))
                    .containsExactly("key-2\"7\"", "key-2\"7\"");
        }
    }

    @ParameterizedTest(name = "{0} -> {1} ms")
    @CsvSource({"3, 3250", "0, 250", "soon, 250", "-1, 250", "1.5, 250"})
    void retryAfterIsWaitedOutAndJitterComesOnTop(String retryAfter, long millis) {
        try (TestServer server =
                new TestServer(
                        TestServer.json(503, "", "Retry-After", retryAfter),
                        TestServer.json(200, TestServer.STAFF))) {
            client(server).organisation().getStaff("sf_00000001");

            assertThat(timing.pauses()).containsExactly(Duration.ofMillis(millis));
        }
    }

    @Test
    void aLongerRetryAfterThanTheTotalTimeIsHandedOverAtOnce() {
        try (TestServer server =
                new TestServer(TestServer.problem(429, "too-many-requests", "Retry-After", "61"))) {
            UnavailableException busy =
                    catchThrowableOfType(
                            UnavailableException.class,
                            () -> client(server).organisation().getCompany());

            assertThat(busy.retryAfter()).contains(Duration.ofSeconds(61));
            assertThat(server.seen()).hasSize(1);
            assertThat(timing.pauses()).isEmpty();
        }
    }

    @Test
    void noPauseGoesBeyondTheTotalTime() {
        RetryPolicy patient =
                new RetryPolicy(
                        100, Duration.ofSeconds(1), Duration.ofSeconds(8), Duration.ofSeconds(20));
        try (TestServer server = new TestServer(TestServer.json(503, ""))) {
            Guanjia guanjia = server.client().timing(timing).retryPolicy(patient).build();

            assertThatThrownBy(() -> guanjia.organisation().getCompany())
                    .isInstanceOf(UnavailableException.class);
            // 1 + 2 + 4 + 8 = 15; the next 8 would end at 23
            assertThat(timing.pauses())
                    .extracting(Duration::toSeconds)
                    .containsExactly(1L, 2L, 4L, 8L);
        }
    }

    @Test
    void theTokenIsAskedForOncePerCall() {
        AtomicInteger asked = new AtomicInteger();
        try (TestServer server =
                new TestServer(TestServer.json(503, ""), TestServer.json(200, TestServer.STAFF))) {
            Guanjia guanjia =
                    server.client()
                            .timing(timing)
                            .token(() -> "t" + asked.incrementAndGet())
                            .build();

            guanjia.organisation().getStaff("sf_00000001");
            guanjia.organisation().getStaff("sf_00000001");

            assertThat(server.seen())
                    .extracting(seen -> seen.header("Authorization"))
                    .containsExactly("Bearer t1", "Bearer t1", "Bearer t2");
        }
    }

    @Test
    void withoutRetriesOneAttemptIsMade() {
        try (TestServer server = new TestServer(TestServer.json(503, ""))) {
            Guanjia guanjia = server.client().retryPolicy(RetryPolicy.none()).build();

            assertThatThrownBy(() -> guanjia.organisation().getCompany())
                    .isInstanceOf(UnavailableException.class);
            assertThat(server.seen()).hasSize(1);
        }
    }

    @Test
    void aWaitReallyTakesPlaceOnTheClockOfTheMachine() {
        try (TestServer server =
                new TestServer(
                        TestServer.json(503, "", "Retry-After", "1"),
                        TestServer.json(200, TestServer.STAFF))) {
            long start = System.nanoTime();
            server.client().build().organisation().getStaff("sf_00000001");

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
    }
}
