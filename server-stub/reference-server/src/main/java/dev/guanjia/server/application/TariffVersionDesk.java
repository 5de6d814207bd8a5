package dev.guanjia.server.application;

import dev.guanjia.billing.tariff.Tariff;
import dev.guanjia.billing.tariff.TariffBook;
import dev.guanjia.decision.Refusal;
import dev.guanjia.property.CommunityId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldFault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.BillingLocks;
import dev.guanjia.server.store.TariffStore;
import dev.guanjia.server.store.TariffStore.TariffRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Single versions of tariffs: one to look at, one to check, one to end. */
@Service
public class TariffVersionDesk {

    private final Clerk clerk;
    private final BillingLocks locks;
    private final TariffReading reading;
    private final TariffStore tariffs;

    TariffVersionDesk(Clerk clerk, BillingLocks locks, TariffReading reading, TariffStore tariffs) {
        this.clerk = clerk;
        this.locks = locks;
        this.reading = reading;
        this.tariffs = tariffs;
    }

    /**
     * Reads a tariff.
     *
     * @param caller who asks
     * @param id the tariff id
     * @return the tariff
     */
    public TariffRow get(Caller caller, String id) {
        return tariffs.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    /**
     * Finds all that speaks against a tariff; nothing is stored.
     *
     * @param caller who asks
     * @param draft the tariff
     * @return what is wrong and where; empty when it could be set
     */
    public List<FieldFault> validate(Caller caller, TariffDraft draft) {
        clerk.admit(caller, "validate-tariff", draft.place().communityId());
        Given given = new Given();
        Optional<Tariff> tariff = reading.read(caller, draft, given);
        List<FieldFault> faults = new ArrayList<>(given.faults().found());
        tariff.ifPresent(read -> faults.addAll(contradictions(caller, read)));
        return faults;
    }

    private List<FieldFault> contradictions(Caller caller, Tariff tariff) {
        TariffBook book = book(caller, tariff.scope().community());
        LocalDate charged = tariffs.scopeChargedUntil(caller.tenant(), tariff).orElse(null);
        return book.add(tariff, charged)
                .fold(
                        any -> List.of(),
                        reasons -> reasons.stream().map(reason -> fault(tariff, reason)).toList());
    }

    private static FieldFault fault(Tariff tariff, Refusal reason) {
        String pointer = TariffReading.pointer(tariff, reason);
        return new FieldFault(pointer, reason.code(), reason.facts());
    }

    /**
     * Lets a tariff end.
     *
     * @param caller who asks
     * @param id the tariff id
     * @param end the first day on which it no longer holds
     * @return the tariff with its end
     */
    public TariffRow end(Caller caller, String id, LocalDate end) {
        clerk.admit(caller, "end-tariff", id);
        CommunityId community = get(caller, id).tariff().scope().community();
        locks.community(caller.tenant(), community.value());
        TariffRow row = get(caller, id);
        Given given = new Given();
        given.day("/to", end);
        given.end();
        Optional<LocalDate> charged = tariffs.chargedUntil(caller.tenant(), row.tariff());
        Tariff ended =
                Refused.unlessAccepted(
                        book(caller, community).end(row.tariff(), end, charged.orElse(null)),
                        any -> "/to");
        tariffs.end(caller.tenant(), ended);
        clerk.done(caller, "end-tariff", id, Map.of("to", end.toString()));
        return new TariffRow(ended, row.price());
    }

    private TariffBook book(Caller caller, CommunityId community) {
        List<TariffRow> rows = tariffs.ofCommunity(caller.tenant(), community.value());
        return TariffReading.book(community, rows);
    }
}
