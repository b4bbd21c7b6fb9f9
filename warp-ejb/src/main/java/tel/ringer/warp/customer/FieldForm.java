package tel.ringer.warp.customer;

/** What a field can hold. */
@FunctionalInterface
interface FieldForm<T> {
    /**
     * @param written text, a {@code BigDecimal}, a {@code Boolean}, a list or a map
     * @throws IllegalArgumentException telling what it must be
     */
    T read(Object written);
}
