package nl.meerwaarde.fitting;

import nl.meerwaarde.casemix.AtIndex;

/**
 * An episode that a model can be fitted on.
 *
 * @param episode id of the CarePlan
 * @param organization id of the organisation the outcome belongs to, or {@code unknown}
 * @param known what was known at the index date
 * @param outcome the score at the moment; of a logistic model 1 for the event and 0 for none
 */
public record ObservedEpisode(String episode, String organization, AtIndex known, double outcome) {}
