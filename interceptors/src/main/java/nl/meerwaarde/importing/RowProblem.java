package nl.meerwaarde.importing;

/**
 * Why a row is rejected; one of possibly several reasons. Holds no data of the patient beyond the offending cell, and that one only when it is a code.
 *
 * @param row the row's number
 * @param column the column, or empty when it is not about one
 * @param value the code in the cell, or else what kind of value it is
 * @param reason what is wrong, as a sentence
 */
record RowProblem(long row, String column, String value, String reason) {}
