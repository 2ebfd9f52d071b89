package nl.meerwaarde.tests.campaign;

import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long a campaign goes on, and by which chance.
 *
 * @param count how many times it is done: system property {@code campaign.rounds}, 3 unless told
 * @param seed decides every random choice: system property {@code campaign.seed}, another one each run unless told
 */
record Rounds(int count, long seed) {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    static Rounds asked() {
        Rounds asked =
                new Rounds(Integer.getInteger("campaign.rounds", 3), Long.getLong("campaign.seed", System.nanoTime()));
        asked.say("{} rounds; repeat with -Dcampaign.seed={}", asked.count, asked.seed);
        return asked;
    }

    /** The chance of one round, whatever the rounds before it used up. */
    Random chance(int round) {
        return new Random(seed + round);
    }

    /** Where a failure happened. */
    String inRound(int round) {
        return "round " + round + " of seed " + seed;
    }

    /** Tells the figures of a run. */
    void say(String sentence, Object... figures) {
        LOG.info(sentence, figures);
    }
}
