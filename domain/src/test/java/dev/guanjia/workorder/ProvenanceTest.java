package dev.guanjia.workorder;

import static dev.guanjia.workorder.WorkOrders.accepted;
import static dev.guanjia.workorder.WorkOrders.act;
import static dev.guanjia.workorder.WorkOrders.intake;
import static dev.guanjia.workorder.WorkOrders.refused;
import static dev.guanjia.workorder.WorkOrders.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.workorder.Link.Kind;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvenanceTest {

    private static final Provenance NONE = new Provenance(List.of());

    @Test
    void linksAreReadBothWays() {
        Provenance links =
                accepted(add(NONE, id(1), Kind.REQUEST, "sr_9").split(order(2), order(1)));
        links = add(links, id(2), Kind.STOCK_ISSUE, "si_7");
        links = add(links, id(2), Kind.BILL_LINE, "bl_5");
        assertThat(links.targets(id(1), Kind.REQUEST)).containsExactly("sr_9");
        assertThat(links.orders(Kind.REQUEST, "sr_9")).containsExactly(id(1));
        assertThat(links.parent(id(2))).contains(id(1));
        assertThat(links.children(id(1))).containsExactly(id(2));
        assertThat(links.orders(Kind.STOCK_ISSUE, "si_7")).containsExactly(id(2));
        assertThat(links.orders(Kind.BILL_LINE, "bl_5")).containsExactly(id(2));
        assertThat(links.parent(id(1))).isEmpty();
    }

    @Test
    void anOrderHasOneRequestAndOneParentAndNoneIsItsOwn() {
        Provenance links = accepted(NONE.split(order(2), order(1)));
        assertThat(refused(links.split(order(2), order(1))))
                .containsExactly(WorkOrderRefusal.LINK_EXISTS);
        assertThat(refused(links.split(order(2), order(3))))
                .containsExactly(WorkOrderRefusal.ORIGIN_EXISTS);
        assertThat(refused(links.split(order(1), order(2))))
                .containsExactly(WorkOrderRefusal.LINKS_GO_IN_A_CIRCLE);
        assertThat(refused(links.split(order(1), order(1))))
                .containsExactly(WorkOrderRefusal.LINKS_GO_IN_A_CIRCLE);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Provenance(
                                        List.of(
                                                new Link(id(2), Kind.PARENT, "wo_1"),
                                                new Link(id(1), Kind.PARENT, "wo_2"))));
    }

    @Test
    void nothingOpenIsSplitOffWhatHasEnded() {
        WorkOrder ended = step(order(1), WorkOrderAction.CANCEL, 1);
        assertThat(refused(NONE.split(order(2), ended)))
                .containsExactly(WorkOrderRefusal.PARENT_ENDED);
        assertThat(refused(NONE.split(ended, order(2)))).isEmpty();
        assertThat(accepted(NONE.split(order(2), order(1))).parent(id(2))).contains(id(1));
        assertThatIllegalArgumentException()
                .as("whether the parent ended is not known here")
                .isThrownBy(() -> NONE.add(new Link(id(2), Kind.PARENT, "wo_1")));
    }

    @Property
    void whateverIsAcceptedIsAForest(
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 63) Integer> pairs) {
        Provenance links = NONE;
        for (int pair : pairs) {
            Provenance before = links;
            links =
                    links.split(order(pair / 8), order(pair % 8))
                            .fold(more -> more, reasons -> before);
        }
        for (int order = 0; order < 8; order++) {
            Set<WorkOrderId> passed = new HashSet<>();
            Optional<WorkOrderId> at = Optional.of(id(order));
            while (at.isPresent()) {
                assertThat(passed.add(at.get())).isTrue();
                at = links.parent(at.get());
            }
            for (WorkOrderId child : links.children(id(order))) {
                assertThat(links.parent(child)).contains(id(order));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret",
                "a/../../b",
                "/etc/passwd",
                "C:/x",
                "c:x",
                "a\\b",
                "a\u0000b",
                "%2e%2e/x",
                "a/%2e%2e/b",
                "..",
                ".",
                "a/./b",
                "a//b",
                "a/",
                "",
                ".hidden",
                "a b",
                "~/x",
                "-rf",
                "//host/x",
                "a\n"
            })
    void aPathThatCouldLeaveItsStoreIsRefused(String path) {
        assertThat(refused(Attachment.of("photo.jpg", "image/jpeg", stored(1, path))))
                .containsExactly(WorkOrderRefusal.ATTACHMENT_PATH_INVALID);
    }

    @Test
    void anAttachmentIsAReferenceWithADigest() {
        var photo = accepted(Attachment.of("漏水 1.jpg", "image/jpeg", stored(0, "2026/03/a-1.jpg")));
        assertThat(photo.stored().path()).isEqualTo("2026/03/a-1.jpg");
        assertThat(refused(Attachment.of("a/b", "jpeg", new Attachment.Stored(-1, "beef", "a"))))
                .hasSize(4)
                .containsOnly(WorkOrderRefusal.ATTACHMENT_FIELD_INVALID);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Attachment("a", "image/jpeg", stored(1, "../a")));
    }

    @Test
    void aCommentSaysSomething() {
        var said = act(WorkOrders.STEWARD, "STEWARD", WorkOrders.RECEIVED, "will call at six");
        assertThat(new Comment(id(1), said, true).act().note()).isEqualTo("will call at six");
        var silent = act(WorkOrders.STEWARD, "STEWARD", WorkOrders.RECEIVED, null);
        assertThatIllegalArgumentException().isThrownBy(() -> new Comment(id(1), silent, true));
    }

    private static Attachment.Stored stored(long size, String path) {
        return new Attachment.Stored(size, "0123456789abcdef".repeat(4), path);
    }

    private static Provenance add(Provenance links, WorkOrderId order, Kind kind, String target) {
        return accepted(links.add(new Link(order, kind, target)));
    }

    private static WorkOrder order(int number) {
        return accepted(
                WorkOrder.receive(id(number), intake(WorkOrderKind.REPAIR), new Due.Unlimited()));
    }

    private static WorkOrderId id(int number) {
        return new WorkOrderId("wo_" + number);
    }
}
