package dev.guanjia.server.access;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The commands of the organisation, which belong to the administrator alone. */
@Component
class ProvisionalCommandRules implements CommandRules {

    private static final Set<String> COMMANDS =
            Set.of(
                    "create-company",
                    "create-staff",
                    "update-staff",
                    "create-assignment",
                    "create-staff-token",
                    "revoke-staff-token",
                    "create-authority-limit");

    @Override
    public CommandRule of(String command) {
        if (!COMMANDS.contains(command)) {
            throw new IllegalArgumentException("no such command: " + command);
        }
        return new CommandRule(new TreeSet<>(), true);
    }

    @Override
    public String version() {
        return "organisation-1";
    }
}
