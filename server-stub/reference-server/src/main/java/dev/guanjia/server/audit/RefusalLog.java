package dev.guanjia.server.audit;

import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the trace of a refused attempt. Inside a command's transaction, which is about to be rolled
 * back, it only takes a note; the filter that ends the transaction has it written afterwards. A
 * second connection meanwhile could leave all requests waiting for one another.
 */
@Component
public class RefusalLog {

    private static final String NOTE = RefusalLog.class.getName();

    private final Audit audit;
    private final TransactionOperations transactions;

    RefusalLog(Audit audit, TransactionOperations transactions) {
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Takes note of a refusal, if it is one that the trail keeps.
     *
     * @param refused why
     * @param request what was refused
     */
    public void note(Refused refused, HttpServletRequest request) {
        if (refused.breach().isPresent()) {
            request.setAttribute(NOTE, refused);
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            write(request);
        }
    }

    /**
     * Writes what was noted, in a transaction of its own.
     *
     * @param request what was refused, its own transaction ended
     */
    public void write(HttpServletRequest request) {
        if (request.getAttribute(NOTE) instanceof Refused refused) {
            request.removeAttribute(NOTE);
            Caller caller = CurrentCaller.of(request);
            refused.breach().ifPresent(breach -> write(caller, breach, refused));
        }
    }

    private void write(Caller caller, Breach breach, Refused refused) {
        transactions.executeWithoutResult(
                status -> audit.refused(caller, breach, refused.reasons()));
    }
}
