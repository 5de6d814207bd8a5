package dev.guanjia.organisation.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.AuthorityKind;
import dev.guanjia.organisation.AuthorityLimit;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class AuthorityProperties {

    @Property
    void aHigherLimitNeverDeniesWhatALowerOneGrants(
            @ForAll("requests") ApprovalRequest request,
            @ForAll("people") @Size(max = 4) List<Actor> before,
            @ForAll("people") @Size(1) List<Actor> asked,
            @ForAll @LongRange(max = 20_000) long low,
            @ForAll @LongRange(max = 20_000) long more) {
        Approvals lower = Office.approvals(limits(request.kind(), low));
        Approvals higher = Office.approvals(limits(request.kind(), low + more));
        ApprovalCase standing = played(lower, Office.opened(lower, request), before);
        Answer under = lower.ask(standing, asked.get(0), Office.DAY);
        Answer over = higher.ask(standing, asked.get(0), Office.DAY);
        assertThat(over.outcome()).isGreaterThanOrEqualTo(under.outcome());
        assertThat(over.grounds().isPresent() || under.grounds().isEmpty()).isTrue();
    }

    @Property
    void whatIsApprovedUnderALowerLimitIsApprovedUnderAHigherOne(
            @ForAll("requests") ApprovalRequest request,
            @ForAll("people") List<Actor> people,
            @ForAll @LongRange(max = 20_000) long low,
            @ForAll @LongRange(max = 20_000) long more) {
        Approvals lower = Office.approvals(limits(request.kind(), low));
        Approvals higher = Office.approvals(limits(request.kind(), low + more));
        ApprovalCase under = played(lower, Office.opened(lower, request), people);
        ApprovalCase over = played(higher, Office.opened(higher, request), people);
        if (under.state() == ApprovalState.APPROVED) {
            assertThat(over.state()).isEqualTo(ApprovalState.APPROVED);
        }
    }

    @Property
    void nobodyDecidesOnTheirOwnRequestNorTwiceAndWhoCouldIsWhoMay(
            @ForAll("requests") ApprovalRequest request, @ForAll("people") List<Actor> people) {
        Approvals office = Office.approvals(limits(request.kind(), 10_000));
        ApprovalCase ended = played(office, Office.opened(office, request), people);
        List<StaffId> deciders =
                ended.decisions().stream().map(taken -> taken.grounds().actor().staff()).toList();
        assertThat(deciders).doesNotHaveDuplicates().doesNotContain(request.requester().staff());
        Set<Actor> may =
                Office.STAFF.stream()
                        .filter(who -> office.ask(ended, who, Office.DAY).grounds().isPresent())
                        .collect(Collectors.toSet());
        Set<Actor> could =
                office.ask(ended, Office.CASHIER, Office.DAY).could().stream()
                        .map(one -> new Actor(one.staff(), one.post(), "v1"))
                        .collect(Collectors.toSet());
        assertThat(could).containsAll(may);
    }

    private static AuthorityLimit[] limits(AuthorityKind kind, long fen) {
        return List.of("CS_SUPERVISOR", "STEWARD").stream()
                .map(PostKey::new)
                .map(post -> new AuthorityLimit(kind, post, Money.fen(fen), Office.BEGIN, false))
                .toArray(AuthorityLimit[]::new);
    }

    /** Everybody tries in turn; who may not is refused and nothing changes. */
    private static ApprovalCase played(
            Approvals office, ApprovalCase standing, List<Actor> people) {
        ApprovalCase played = standing;
        for (Actor actor : people) {
            ApprovalCase before = played;
            played =
                    office.decide(before, Office.grant(actor))
                            .fold(after -> after, refused -> before);
        }
        return played;
    }

    @Provide
    Arbitrary<List<Actor>> people() {
        return Arbitraries.of(Office.STAFF).list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<ApprovalRequest> requests() {
        return net.jqwik.api.Combinators.combine(
                        Arbitraries.of(
                                "WAIVER",
                                "EXPENDITURE",
                                "ASSET_DISPOSAL",
                                "DEPOSIT_REFUND",
                                "PAYROLL"),
                        Arbitraries.longs().between(1, 40_000),
                        Arbitraries.of(Office.STAFF))
                .as(AuthorityProperties::request);
    }

    private static ApprovalRequest request(String kind, long fen, Actor requester) {
        ApprovalRequest plain = Office.request(kind, "1.00", requester);
        return new ApprovalRequest(
                plain.id(),
                plain.kind(),
                Optional.of(Money.fen(fen)),
                requester,
                Office.DAY,
                List.of("paper"),
                List.of());
    }
}
