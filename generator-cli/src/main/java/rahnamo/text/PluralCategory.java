package rahnamo.text;

/** A form of a message that depends on a number, named as Unicode CLDR names it. */
public enum PluralCategory {
  /** Russian 1, 21, 101; Uzbek 1. */
  ONE,
  /** Russian 2 to 4, 22 to 24. */
  FEW,
  /** Russian 0, 5 to 20, 25 to 30. */
  MANY,
  /** Every other number, and every number of a language with one form. */
  OTHER
}
