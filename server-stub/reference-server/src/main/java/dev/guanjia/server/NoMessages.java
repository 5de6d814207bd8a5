package dev.guanjia.server;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;

/**
 * Says that Spring has no messages: ours are with the problems. Spring's own empty source would
 * look up every locale of the machine at each start.
 */
final class NoMessages implements MessageSource {

    @Override
    public @Nullable String getMessage(
            String code,
            Object @Nullable [] args,
            @Nullable String otherwise,
            @Nullable Locale locale) {
        return otherwise;
    }

    @Override
    public String getMessage(String code, Object @Nullable [] args, @Nullable Locale locale) {
        throw new NoSuchMessageException(code);
    }

    @Override
    public String getMessage(MessageSourceResolvable resolvable, @Nullable Locale locale) {
        String otherwise = resolvable.getDefaultMessage();
        if (otherwise == null) {
            throw new NoSuchMessageException(String.valueOf(resolvable));
        }
        return otherwise;
    }
}
