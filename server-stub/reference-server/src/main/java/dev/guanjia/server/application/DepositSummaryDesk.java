package dev.guanjia.server.application;

import dev.guanjia.billing.deposit.Deposit;
import dev.guanjia.billing.deposit.DepositSummary;
import dev.guanjia.billing.deposit.DepositSummary.Rejected;
import dev.guanjia.billing.deposit.DepositSummaryId;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.AuthorityKind;
import dev.guanjia.organisation.segregation.Act;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.DepositStore;
import dev.guanjia.server.store.DepositStore.DepositRow;
import dev.guanjia.server.store.DepositSummaryStore;
import dev.guanjia.server.store.DepositSummaryStore.SummaryRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** The sheets of deposits that are paid back together. */
@Service
public class DepositSummaryDesk {

    private static final String CREATE = "create-deposit-summary";
    private static final String SIGN = "sign-deposit-summary";
    private static final String REJECT = "reject-deposit-summary";

    private final Clerk clerk;
    private final BusinessTime times;
    private final DepositStore deposits;
    private final DepositSummaryStore summaries;
    private final Acts acts;
    private final Signing signing;

    DepositSummaryDesk(
            Clerk clerk,
            BusinessTime times,
            DepositStore deposits,
            DepositSummaryStore summaries,
            Acts acts,
            Signing signing) {
        this.clerk = clerk;
        this.times = times;
        this.deposits = deposits;
        this.summaries = summaries;
        this.acts = acts;
        this.signing = signing;
    }

    /**
     * A no as it was given.
     *
     * @param on the day
     * @param reason why
     */
    public record No(LocalDate on, String reason) {}

    /**
     * Draws up a sheet.
     *
     * @param caller who draws it up
     * @param ids of which deposits
     * @param on the day
     * @return the sheet, to be signed by somebody else
     */
    public SummaryRow create(Caller caller, List<String> ids, LocalDate on) {
        clerk.admit(caller, CREATE, "deposit-summaries");
        List<Deposit> wanted = read(caller, ids, on);
        DepositSummaryId id = new DepositSummaryId(Ids.next("ds"));
        DepositSummary sheet =
                Refused.unlessAccepted(DepositSummary.of(id, clerk.actor(caller), on, wanted));
        summaries.add(caller.tenant(), sheet, clerk.now());
        carry(caller, sheet, wanted);
        clerk.done(caller, CREATE, id.value(), Map.of("total", sheet.total().toString()));
        return get(caller, id.value());
    }

    private List<Deposit> read(Caller caller, List<String> ids, LocalDate on) {
        Map<String, Deposit> found = locked(caller, ids);
        Given given = new Given();
        for (int i = 0; i < ids.size(); i++) {
            if (!found.containsKey(ids.get(i))) {
                given.unknown("/deposit_ids/" + i, ids.get(i));
            }
        }
        given.day("/drawn_up_on", on);
        given.end();
        times.require(on);
        return ids.stream().map(id -> Objects.requireNonNull(found.get(id))).toList();
    }

    /**
     * Signs a sheet.
     *
     * @param caller who signs
     * @param id the summary id
     * @param ifMatch the version last seen
     * @param on the day
     * @return the sheet, signed
     */
    public SummaryRow sign(Caller caller, String id, String ifMatch, LocalDate on) {
        clerk.admit(caller, SIGN, id);
        SummaryRow row = summaries.lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        Version.require(ifMatch, row.version());
        Given given = new Given();
        given.day("/signed_on", on);
        given.end();
        times.require(on);
        Breach breach = new Breach(SIGN, id);
        Actor signer = clerk.actor(caller);
        DepositSummary signed = Ruling.unlessRefused(row.summary().sign(signer, on), breach);
        signing.require(
                caller,
                new Signing.Wanted(
                        AuthorityKind.DEPOSIT_REFUND,
                        signed.total(),
                        signed.by().staff(),
                        on,
                        List.of()),
                breach);
        List<Deposit> listed = listed(caller, signed);
        acts.require(
                caller.tenant(),
                before(signed, listed),
                new Act(Acts.SUMMARY_SIGNED, signer.staff()),
                on,
                breach);
        summaries.sign(caller.tenant(), id, Objects.requireNonNull(signed.signed()));
        carry(caller, signed, listed);
        clerk.done(caller, SIGN, id, Map.of("total", signed.total().toString()));
        return get(caller, id);
    }

    /**
     * Lets the deposits of a sheet go, so that they can stand on another.
     *
     * @param caller who says no; who drew it up takes it back with that
     * @param id the summary id
     * @param ifMatch the version last seen
     * @param draft when and why
     * @return the sheet, rejected
     */
    public SummaryRow reject(Caller caller, String id, String ifMatch, No draft) {
        String maker = get(caller, id).summary().by().staff().value();
        clerk.admit(caller, maker.equals(caller.staffId()) ? CREATE : REJECT, id);
        SummaryRow row = summaries.lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        Version.require(ifMatch, row.version());
        Given given = new Given();
        given.day("/rejected_on", draft.on());
        given.text("/reason", draft.reason());
        given.end();
        times.require(draft.on());
        Rejected no = new Rejected(clerk.actor(caller), draft.on(), draft.reason());
        DepositSummary rejected = Refused.unlessAccepted(row.summary().reject(no));
        summaries.reject(caller.tenant(), id, no);
        carry(caller, rejected, listed(caller, rejected));
        clerk.done(caller, REJECT, id, Map.of("total", rejected.total().toString()));
        return get(caller, id);
    }

    private List<Deposit> listed(Caller caller, DepositSummary sheet) {
        List<String> ids = sheet.lines().stream().map(line -> line.deposit().value()).toList();
        return List.copyOf(locked(caller, ids).values());
    }

    private static List<Act> before(DepositSummary sheet, List<Deposit> listed) {
        List<Act> done = new ArrayList<>();
        done.add(new Act(Acts.SUMMARY_MADE, sheet.by().staff()));
        listed.forEach(
                deposit -> done.add(new Act(Acts.DEPOSIT_COLLECTED, deposit.taken().by().staff())));
        return done;
    }

    private Map<String, Deposit> locked(Caller caller, List<String> ids) {
        Map<String, Deposit> found = new TreeMap<>();
        for (DepositRow row : deposits.lock(caller.tenant(), ids)) {
            found.put(row.id(), row.deposit());
        }
        return found;
    }

    private void carry(Caller caller, DepositSummary sheet, List<Deposit> listed) {
        for (Deposit deposit : listed) {
            Deposit after = Refused.unlessAccepted(sheet.carry(deposit));
            deposits.step(caller.tenant(), after, null, clerk.now());
        }
    }

    /**
     * Reads a sheet.
     *
     * @param caller who asks
     * @param id the summary id
     * @return the sheet
     */
    public SummaryRow get(Caller caller, String id) {
        return summaries.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    /**
     * Lists sheets, newest first.
     *
     * @param caller who asks
     * @param request which page
     * @return the page
     */
    public Page<SummaryRow> list(Caller caller, PageRequest request) {
        return summaries.list(caller.tenant(), request);
    }
}
