package nl.meerwaarde.database;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Secrets of this server, the same on all of its nodes and for good. Each is made when it is first asked for. */
public class Secrets {
    private static final int BYTES = 32;
    private static final String READ = "select secret from mw_secret where name = ?";
    private static final String WRITE = "insert into mw_secret (name, secret) values (?, ?)";

    private final JdbcTemplate jdbc;

    public Secrets(FactDatabase database) {
        this.jdbc = database.jdbc();
    }

    /** The secret of that name: 256 random bits. */
    public byte[] of(String name) {
        List<String> stored = jdbc.queryForList(READ, String.class, name);
        return Base64.getDecoder().decode(stored.isEmpty() ? made(name) : stored.get(0));
    }

    private String made(String name) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getEncoder().encodeToString(random);
        try {
            jdbc.update(WRITE, name, secret);
            return secret;
        } catch (DataIntegrityViolationException e) {
            // Another node was first.
            return Objects.requireNonNull(jdbc.queryForObject(READ, String.class, name));
        }
    }
}
