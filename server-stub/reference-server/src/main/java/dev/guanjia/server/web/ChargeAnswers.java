package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.model.Charge;
import dev.guanjia.server.api.model.ChargeReplacementCreate;
import dev.guanjia.server.api.model.ChargeReplacements;
import dev.guanjia.server.api.model.ChargeReversalCreate;
import dev.guanjia.server.application.ChargeCorrectionDesk;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The operations that correct charges. */
@Component
class ChargeAnswers {

    private final CurrentCaller caller;
    private final ChargeCorrectionDesk corrections;

    ChargeAnswers(CurrentCaller caller, ChargeCorrectionDesk corrections) {
        this.caller = caller;
        this.corrections = corrections;
    }

    ResponseEntity<Charge> reverse(String id, ChargeReversalCreate body) {
        Charge charge =
                ChargeMapping.charge(corrections.reverse(caller.get(), id, body.getReason()));
        return ResponseEntity.status(HttpStatus.CREATED).body(charge);
    }

    ResponseEntity<ChargeReplacements> replace(String id, ChargeReplacementCreate body) {
        List<Charge> charges =
                corrections.replace(caller.get(), id, body.getDueOn()).stream()
                        .map(ChargeMapping::charge)
                        .toList();
        return ResponseEntity.status(HttpStatus.CREATED).body(new ChargeReplacements(charges));
    }
}
