package dev.guanjia.server.application;

import dev.guanjia.billing.arrears.Arrears;
import dev.guanjia.billing.arrears.Standing;
import dev.guanjia.billing.dunning.Channel;
import dev.guanjia.billing.dunning.Contact;
import dev.guanjia.billing.dunning.DunningAction;
import dev.guanjia.billing.dunning.DunningCase;
import dev.guanjia.billing.dunning.DunningLevel;
import dev.guanjia.billing.dunning.DunningLevels;
import dev.guanjia.billing.dunning.Outcome;
import dev.guanjia.billing.dunning.Promise;
import dev.guanjia.billing.dunning.StepFacts;
import dev.guanjia.money.Money;
import dev.guanjia.property.Payer;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.ArrearsStore.Place;
import dev.guanjia.server.store.DunningCaseStore;
import dev.guanjia.server.store.DunningCaseStore.CaseRow;
import dev.guanjia.server.store.DunningContactStore;
import dev.guanjia.server.store.DunningContactStore.ContactRow;
import dev.guanjia.server.store.DunningContactStore.Pledge;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Logs the contacts of a dunning case, and takes it a step on with them. */
@Service
public class DunningSteps {

    private final Clerk clerk;
    private final BusinessTime times;
    private final OpenArrears open;
    private final DunningCaseStore cases;
    private final DunningContactStore contacts;
    private final CompanyTables tables;

    DunningSteps(
            Clerk clerk,
            BusinessTime times,
            OpenArrears open,
            DunningCaseStore cases,
            DunningContactStore contacts,
            CompanyTables tables) {
        this.clerk = clerk;
        this.times = times;
        this.open = open;
        this.cases = cases;
        this.contacts = contacts;
        this.tables = tables;
    }

    /**
     * A contact as it was given.
     *
     * @param action which step
     * @param channel how
     * @param outcome what came of it
     * @param note what was said
     * @param occurredAt when
     * @param promise what was promised; empty if nothing was
     */
    public record Draft(
            String action,
            String channel,
            String outcome,
            String note,
            OffsetDateTime occurredAt,
            Optional<DraftPromise> promise) {}

    /**
     * A promise as it was given.
     *
     * @param amount how much, in major units
     * @param currency of what
     * @param by the last day on which it can be kept
     */
    public record DraftPromise(String amount, String currency, LocalDate by) {}

    /**
     * Logs a contact.
     *
     * @param caller who asks
     * @param id the case id
     * @param ifMatch the version last seen
     * @param draft the contact
     */
    public void log(Caller caller, String id, String ifMatch, Draft draft) {
        String command = command(draft);
        clerk.admit(caller, command, id);
        CaseRow row = cases.lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        Version.require(ifMatch, row.stand().version());
        LocalDate day =
                draft.occurredAt()
                        .atZoneSameInstant(open.zone(caller.tenant(), row.community()))
                        .toLocalDate();
        Given given = new Given();
        Optional<Contact> contact = contact(caller, given, draft);
        Optional<Promise> promise = promise(given, draft, day);
        given.end();
        times.require(contact.orElseThrow().at());
        StepFacts facts = facts(caller, row, day, promise);
        DunningLevels levels = tables.levels(caller.tenant(), day);
        DunningCase after =
                Refused.unlessAccepted(row.dunning().take(contact.orElseThrow(), facts, levels));
        String level = levels.reached(after.log()).map(DunningLevel::key).orElse(null);
        cases.change(caller.tenant(), after, level);
        keep(caller, after, contact.orElseThrow(), promise);
        Map<String, String> told = Map.of("action", draft.action(), "state", after.state().name());
        clerk.done(caller, command, id, told);
    }

    /** A lawyer is not set on a debtor by whoever collects. */
    private static String command(Draft draft) {
        boolean isLegal = draft.action().equals(DunningAction.SUE.name());
        return isLegal ? "send-lawyers-letter" : "log-dunning-contact";
    }

    private Optional<Contact> contact(Caller caller, Given given, Draft draft) {
        Optional<DunningAction> action =
                given.known("/action", draft.action(), DunningAction.class);
        Optional<Channel> channel = given.known("/channel", draft.channel(), Channel.class);
        Optional<Outcome> outcome = given.known("/outcome", draft.outcome(), Outcome.class);
        given.day("/occurred_at", draft.occurredAt().toLocalDate());
        if (action.isEmpty() || channel.isEmpty() || outcome.isEmpty()) {
            return Optional.empty();
        }
        Instant at = draft.occurredAt().toInstant();
        return Optional.of(
                new Contact(
                        action.get(),
                        clerk.actor(caller),
                        at,
                        channel.get(),
                        outcome.get(),
                        draft.note()));
    }

    private static Optional<Promise> promise(Given given, Draft draft, LocalDate madeOn) {
        if (draft.promise().isEmpty()) {
            return Optional.empty();
        }
        DraftPromise told = draft.promise().get();
        if (!draft.action().equals(DunningAction.AGREE.name())) {
            return given.wrong("/promise", FieldCode.OUT_OF_RANGE, "expected", "none but to AGREE");
        }
        Optional<Money> amount =
                BookMoney.given(given, "/promise/amount", told.amount(), told.currency());
        Optional<LocalDate> by = given.day("/promise/by", told.by());
        if (told.by().isBefore(madeOn)) {
            given.wrong("/promise/by", FieldCode.OUT_OF_RANGE, "expected", "not before " + madeOn);
        }
        if (amount.isPresent() && !amount.get().isPositive()) {
            given.wrong(
                    "/promise/amount/amount", FieldCode.OUT_OF_RANGE, "expected", "more than 0");
        }
        given.end();
        BookMoney.require(amount.orElseThrow());
        return Optional.of(new Promise(madeOn, by.orElseThrow(), amount.orElseThrow()));
    }

    /** What is owed is looked up for today: a case is not closed by dating its end back. */
    private StepFacts facts(Caller caller, CaseRow row, LocalDate day, Optional<Promise> promise) {
        List<Payer> payer = List.of(row.dunning().payer());
        Place today = open.place(caller.tenant(), row.community(), Optional.empty());
        Arrears own = open.of(caller.tenant(), today, payer);
        return new StepFacts(
                day,
                own.balance(Standing.OVERDUE).plus(own.balance(Standing.DEFERRED)),
                open.paid(caller.tenant(), today, payer).getOrDefault(payer.get(0), List.of()),
                promise.orElse(null));
    }

    private void keep(
            Caller caller, DunningCase after, Contact contact, Optional<Promise> promise) {
        Pledge pledge = promise.map(made -> new Pledge(made.amount(), made.by())).orElse(null);
        ContactRow row = new ContactRow(after.log().size(), contact, pledge, clerk.now());
        contacts.add(caller.tenant(), after, row, BookMoney.CURRENCY.getCurrencyCode());
    }
}
