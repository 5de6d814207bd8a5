package dev.guanjia.server.application;

import dev.guanjia.billing.dunning.FeeQuestion;
import dev.guanjia.billing.dunning.OutOfRemit;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.FeeTalkStore;
import dev.guanjia.server.store.FeeTalkStore.Said;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** What debtors ask for that is not the company's to give, and what they ask about fees. */
@Service
public class FeeTalkDesk {

    private final Clerk clerk;
    private final DunningDesk cases;
    private final FeeTalkStore store;

    FeeTalkDesk(Clerk clerk, DunningDesk cases, FeeTalkStore store) {
        this.clerk = clerk;
        this.cases = cases;
        this.store = store;
    }

    /**
     * A request as it was given.
     *
     * @param request what is asked for
     * @param explanation what the debtor was told
     * @param solutions ways to solve it
     */
    public record Draft(String request, String explanation, List<String> solutions) {}

    /**
     * Logs a request that is not the company's to fulfil.
     *
     * @param caller who asks
     * @param caseId in which case
     * @param draft the request and the answer
     * @return the request
     */
    public Said<OutOfRemit> addRequest(Caller caller, String caseId, Draft draft) {
        clerk.admit(caller, "log-out-of-remit-request", caseId);
        cases.require(caller, caseId);
        Given given = new Given();
        given.text("/request", draft.request());
        given.end();
        OutOfRemit answered =
                Refused.unlessAccepted(
                        OutOfRemit.answer(draft.request(), draft.explanation(), draft.solutions()));
        Said<OutOfRemit> row = new Said<>(Ids.next("om"), answered, clerk.now(), 0);
        store.addRequest(caller.tenant(), caseId, row, clerk.actor(caller));
        clerk.done(caller, "log-out-of-remit-request", row.id(), Map.of("case_id", caseId));
        return row;
    }

    /**
     * Adds a question about fees.
     *
     * @param caller who asks
     * @param question what owners ask
     * @param answer what collectors say
     * @return the question
     */
    public Said<FeeQuestion> addQuestion(Caller caller, String question, String answer) {
        clerk.admit(caller, "add-fee-question", "fee-questions");
        FeeQuestion answered = Refused.unlessAccepted(FeeQuestion.answer(question, answer));
        Said<FeeQuestion> row = new Said<>(Ids.next("fq"), answered, clerk.now(), 0);
        store.addQuestion(caller.tenant(), row, clerk.actor(caller));
        clerk.done(caller, "add-fee-question", row.id(), Map.of());
        return row;
    }

    /**
     * Lists the requests of a case, oldest first.
     *
     * @param caller who asks
     * @param caseId the case
     * @param request which page
     * @return the page
     */
    public Page<Said<OutOfRemit>> requests(Caller caller, String caseId, PageRequest request) {
        cases.require(caller, caseId);
        return store.requests(caller.tenant(), caseId, request);
    }

    /**
     * Lists the questions, oldest first.
     *
     * @param caller who asks
     * @param request which page
     * @return the page
     */
    public Page<Said<FeeQuestion>> questions(Caller caller, PageRequest request) {
        return store.questions(caller.tenant(), request);
    }
}
