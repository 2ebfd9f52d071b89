/**
 * Putting a modular Questionnaire together (SDC {@code $assemble}): the parts it names take their places, what two parts share is asked once, and the
 * scores of every part still compute. In flows a Questionnaire that names others, out comes one that stands alone, or everything that keeps it from being
 * assembled. Pure but for looking up the parts; nothing is stored.
 *
 * <p>The steps, each a class: {@link nl.meerwaarde.assembly.Expansion} puts the parts in, {@link nl.meerwaarde.assembly.InstrumentSharing},
 * {@link nl.meerwaarde.assembly.QuestionSharing} and {@link nl.meerwaarde.assembly.ScoreSharing} find what is there twice,
 * {@link nl.meerwaarde.assembly.ModuleExpressions} makes expressions find their items in the larger form, {@link nl.meerwaarde.assembly.Propagation} carries
 * over what belongs to a part as a whole.
 */
@NullMarked
package nl.meerwaarde.assembly;

import org.jspecify.annotations.NullMarked;
