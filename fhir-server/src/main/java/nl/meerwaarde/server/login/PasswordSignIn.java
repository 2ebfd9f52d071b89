package nl.meerwaarde.server.login;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks names and passwords against the directory, and slows down who tries many. A name that is not there takes as long as one that is. */
final class PasswordSignIn implements AuthenticationProvider {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordSignIn.class);
    private static final int FREE_BY_NAME = 5;
    /** A hospital's people may share one address. */
    private static final int FREE_BY_ADDRESS = 100;

    private final Directory directory;
    private final DaoAuthenticationProvider passwords;
    private final AttemptLimit byName;
    private final AttemptLimit byAddress;

    PasswordSignIn(Directory directory, Clock clock) {
        this.directory = directory;
        passwords = new DaoAuthenticationProvider(this::user);
        passwords.setPasswordEncoder(PasswordEncoderFactories.createDelegatingPasswordEncoder());
        byName = new AttemptLimit(FREE_BY_NAME, clock);
        byAddress = new AttemptLimit(FREE_BY_ADDRESS, clock);
    }

    private UserDetails user(String name) {
        Account account = directory.account(name).orElseThrow(() -> new UsernameNotFoundException("unknown"));
        return User.withUsername(account.name()).password(account.password()).build();
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName().toLowerCase(Locale.ROOT);
        String address = address(attempt);
        Duration left = Collections.max(List.of(byName.wait(name), byAddress.wait(address)));
        if (!left.isZero()) {
            throw new TooManyAttempts(left);
        }
        try {
            Authentication signedIn = passwords.authenticate(attempt);
            byName.succeeded(name);
            return signedIn;
        } catch (BadCredentialsException e) {
            byName.failed(name);
            byAddress.failed(address);
            // Not the name: people type passwords there.
            LOG.warn("A sign-in from {} failed", address);
            throw e;
        }
    }

    private static String address(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
