package dev.guanjia.server.edge;

import dev.guanjia.server.audit.RefusalLog;
import dev.guanjia.server.idempotency.Answer;
import dev.guanjia.server.idempotency.Attempt;
import dev.guanjia.server.idempotency.Keys;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Runs a command, once, in a transaction that ends before its answer goes out. */
@Component
class CommandTransaction {

    private final TransactionOperations transactions;
    private final Keys keys;
    private final RefusalLog refusals;

    CommandTransaction(TransactionOperations transactions, Keys keys, RefusalLog refusals) {
        this.transactions = transactions;
        this.keys = keys;
        this.refusals = refusals;
    }

    /** A failure of the chain, carried through the transaction, which it undoes. */
    private static final class Undo extends RuntimeException {
        Undo(ServletException cause) {
            super(cause);
        }
    }

    void run(
            Attempt attempt,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        try {
            transactions.executeWithoutResult(
                    status ->
                            replayOrRun(
                                    attempt, status, held, () -> chain.doFilter(request, held)));
        } catch (Undo undo) {
            throw (ServletException) undo.getCause();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        refusals.write(request);
        held.copyBodyToResponse();
    }

    private interface Command {
        void run() throws ServletException, IOException;
    }

    private void replayOrRun(
            Attempt attempt,
            TransactionStatus transaction,
            ContentCachingResponseWrapper held,
            Command command) {
        Optional<Answer> known = keys.begin(attempt);
        if (known.isPresent()) {
            Answers.replay(known.get(), held);
            return;
        }
        try {
            command.run();
        } catch (ServletException e) {
            throw new Undo(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (Answers.isSuccess(held)) {
            keys.remember(attempt, Answers.of(held));
        } else {
            transaction.setRollbackOnly();
        }
    }
}
