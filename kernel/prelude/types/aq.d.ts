/**
 * Represent an indexable set of bits.
 */
declare class BitSet {
    /**
     * Instantiate a new BitSet instance.
     * @param {number} size The number of bits.
     */
    constructor(size: number);
    _size: number;
    _bits: Uint32Array<ArrayBuffer>;
    /**
     * The number of bits.
     * @return {number}
     */
    get length(): number;
    /**
     * The number of bits set to one.
     * https://graphics.stanford.edu/~seander/bithacks.html#CountBitsSetKernighan
     * @return {number}
     */
    count(): number;
    /**
     * Get the bit at a given index.
     * @param {number} i The bit index.
     */
    get(i: number): number;
    /**
     * Set the bit at a given index to one.
     * @param {number} i The bit index.
     */
    set(i: number): void;
    /**
     * Clear the bit at a given index to zero.
     * @param {number} i The bit index.
     */
    clear(i: number): void;
    /**
     * Scan the bits, invoking a callback function with the index of
     * each non-zero bit.
     * @param {(i: number) => void} fn A callback function.
     */
    scan(fn: (i: number) => void): void;
    /**
     * Get the next non-zero bit starting from a given index.
     * @param {number} i The bit index.
     */
    next(i: number): number;
    /**
     * Return the index of the nth non-zero bit.
     * @param {number} n The number of non-zero bits to advance.
     * @return {number} The index of the nth non-zero bit.
     */
    nth(n: number): number;
    /**
     * Negate all bits in this bitset.
     * Modifies this BitSet in place.
     * @return {this}
     */
    not(): this;
    /**
     * Compute the logical AND of this BitSet and another.
     * @param {BitSet} bitset The BitSet to combine with.
     * @return {BitSet} This BitSet updated with the logical AND.
     */
    and(bitset: BitSet): BitSet;
    /**
     * Compute the logical OR of this BitSet and another.
     * @param {BitSet} bitset The BitSet to combine with.
     * @return {BitSet} This BitSet updated with the logical OR.
     */
    or(bitset: BitSet): BitSet;
}

/** A table column value. */
export type DataValue = any;
/**
 * Interface for table columns.
 * Compatible with arrays, typed arrays, and Arrow columns.
 */
export interface ColumnType<T> {
    /** The number of rows in the column. */
    length: number;
    /** Retrieve the value at the given row index. */
    at(row: number): T;
    /** Return a column value iterator. */
    [Symbol.iterator](): Iterator<T>;
    /** Optional toArray method. */
    toArray?(): ColumnType<T>;
}
/** A named collection of columns. */
export type ColumnData = Record<string, ColumnType<DataValue>>;
/** Table expression parameters. */
export type Params = Record<string, any>;
/** A typed array constructor. */
export type TypedArrayConstructor$1 = Uint8ArrayConstructor | Uint16ArrayConstructor | Uint32ArrayConstructor | BigUint64ArrayConstructor | Int8ArrayConstructor | Int16ArrayConstructor | Int32ArrayConstructor | BigInt64ArrayConstructor | Float32ArrayConstructor | Float64ArrayConstructor;
/** A typed array instance. */
export type TypedArray$1 = Uint8Array | Uint16Array | Uint32Array | BigUint64Array | Int8Array | Int16Array | Int32Array | BigInt64Array | Float32Array | Float64Array;
/** A table groupby specification. */
export interface GroupBySpec {
    /** The number of groups. */
    size: number;
    /** Column names for each group. */
    names: string[];
    /** Value accessor functions for each group. */
    get: RowExpression[];
    /** Indices of an example table row for each group. */
    rows: number[] | Uint32Array;
    /** Per-row group indices, length is total rows of table. */
    keys: number[] | Uint32Array;
}
/** An expression evaluated over a table row. */
export type RowExpression = (
/** The table row. */
row: number, 
/** The backing table data store. */
data: ColumnData) => DataValue;
/** Column value accessor. */
export type ColumnGetter = (
/** The table row. */
row: number) => DataValue;
/**
 * Comparator function for sorting table rows. Returns a negative value
 * if rowA < rowB, positive if rowA > rowB, otherwise zero.
 */
export type RowComparator = (
/** The table row index for the first row. */
rowA: number, 
/** The table row index for the second row. */
rowB: number, 
/** The backing table data store. */
data: ColumnData) => number;
/** Options for derived table creation. */
export interface CreateOptions {
    /** The backing column data. */
    data?: ColumnData;
    /** An ordered list of column names. */
    names?: readonly string[];
    /** An additional filter BitSet to apply. */
    filter?: BitSet;
    /** The groupby specification to use, or null for no groups. */
    groups?: GroupBySpec;
    /** The orderby comparator function to use, or null for no order. */
    order?: RowComparator;
}
/** Options for generating row objects. */
export interface PrintOptions {
    /** The maximum number of objects to create, default `Infinity`. */
    limit?: number;
    /** The row offset indicating how many initial rows to skip, default `0`. */
    offset?: number;
    /**
     * An ordered set of columns to include. The input may consist of column
     * name strings, column integer indices, objects with current column names
     * as keys and new column names as values (for renaming), or selection
     * helper functions such as *all*, *not*, or *range*.
     */
    columns?: Select;
}
/** Options for generating row objects. */
export interface ObjectsOptions {
    /** The maximum number of objects to create, default `Infinity`. */
    limit?: number;
    /** The row offset indicating how many initial rows to skip, default `0`. */
    offset?: number;
    /**
     * An ordered set of columns to include. The input may consist of column
     * name strings, column integer indices, objects with current column names
     * as keys and new column names as values (for renaming), or selection
     * helper functions such as *all*, *not*, or *range*.
     */
    columns?: Select;
    /**
     * The export format for groups of rows. The default (false) is to ignore
     * groups, returning a flat array of objects. The valid values are 'map' or
     * true (for Map instances), 'object' (for standard objects), or 'entries'
     * (for arrays in the style of Object.entries). For the 'object' format,
     * groupby keys are coerced to strings to use as object property names; note
     * that this can lead to undesirable behavior if the groupby keys are object
     * values. The 'map' and 'entries' options preserve the groupby key values.
     */
    grouped?: 'map' | 'entries' | 'object' | boolean;
}
/** A reference to a column by string name or integer index. */
export type ColumnRef = string | number;
/** A value that can be coerced to a string. */
export interface Stringable {
    /** String coercion method. */
    toString(): string;
}
/** A table expression provided as a string or string-coercible value. */
export type TableExprString = string | Stringable;
/** A struct object with arbitrary named properties. */
export type Struct$1 = Record<string, any>;
/** A function defined over a table row. */
export type TableExprFunc = (d: Struct$1, $: Params) => any;
/** A table expression defined over a single table. */
export type TableExpr = TableExprFunc | TableExprString;
/** A function defined over rows from two tables. */
export type TableExprFunc2 = (a: Struct$1, b: Struct$1, $: Params) => any;
/** A table expression defined over two tables. */
export type TableExpr2 = TableExprFunc2 | TableExprString;
/** An object that maps current column names to new column names. */
export type RenameMap = Record<string, string>;
/** A selection helper function. */
export type SelectHelper$1 = (table: Table$1) => string[];
/**
 * One or more column selections, potentially with renaming.
 * The input may consist of a column name string, column integer index, a
 * rename map object with current column names as keys and new column names
 * as values, or a select helper function that takes a table as input and
 * returns a valid selection parameter.
 */
export type SelectEntry = ColumnRef | RenameMap | SelectHelper$1;
/** An ordered set of column selections, potentially with renaming. */
export type Select = SelectEntry | SelectEntry[];
/** An object of column name / table expression pairs. */
export type ExprObject = Record<string, TableExpr>;
/** An object of column name / two-table expression pairs. */
export type Expr2Object = Record<string, TableExpr2>;
/** An ordered set of one or more column values. */
export type ListEntry = ColumnRef | SelectHelper$1 | ExprObject;
/**
 * An ordered set of column values.
 * Entries may be column name strings, column index numbers, value objects
 * with output column names for keys and table expressions for values,
 * or a selection helper function.
 */
export type ExprList = ListEntry | ListEntry[];
/** A reference to a data table instance. */
export type TableRef = Table$1 | string;
/** A list of one or more table references. */
export type TableRefList = TableRef | TableRef[];
/**
 * One or more orderby sort criteria.
 * If a string, order by the column with that name.
 * If a number, order by the column with that index.
 * If a function, must be a valid table expression; aggregate functions
 *  are permitted, but window functions are not.
 * If an object, object values must be valid values parameters
 *  with output column names for keys and table expressions
 *  for values. The output name keys will subsequently be ignored.
 */
export type OrderKey = ColumnRef | TableExpr | ExprObject;
/** An ordered set of orderby sort criteria, in precedence order. */
export type OrderKeys = OrderKey | OrderKey[];
/** Column values to use as a join key. */
export type JoinKey = ColumnRef | TableExprFunc;
/** An ordered set of join keys. */
export type JoinKeys = JoinKey | [JoinKey[]] | [JoinKey, JoinKey] | [JoinKey[], JoinKey[]];
/** A predicate specification for joining two tables. */
export type JoinPredicate = JoinKeys | TableExprFunc2 | null;
/** An array of per-table join values to extract. */
export type JoinList = [ExprList] | [ExprList, ExprList] | [ExprList, ExprList, Expr2Object];
/** A specification of join values to extract. */
export type JoinValues = JoinList | Expr2Object;
/** Options for count transformations. */
export interface CountOptions {
    /** The name of the output count column, default `count`. */
    as?: string;
}
/** Options for derive transformations. */
export interface DeriveOptions {
    /**
     * A flag (default `false`) indicating if the original columns should be
     * dropped, leaving only the derived columns. If true, the before and after
     * options are ignored.
     */
    drop?: boolean;
    /**
     * An anchor column that relocated columns should be placed before.
     * The value can be any legal column selection. If multiple columns are
     * selected, only the first column will be used as an anchor.
     * It is an error to specify both before and after options.
     */
    before?: Select;
    /**
     * An anchor column that relocated columns should be placed after.
     * The value can be any legal column selection. If multiple columns are
     * selected, only the last column will be used as an anchor.
     * It is an error to specify both before and after options.
     */
    after?: Select;
}
/** Options for relocate transformations. */
export interface RelocateOptions {
    /**
     * An anchor column that relocated columns should be placed before.
     * The value can be any legal column selection. If multiple columns are
     * selected, only the first column will be used as an anchor.
     * It is an error to specify both before and after options.
     */
    before?: Select;
    /**
     * An anchor column that relocated columns should be placed after.
     * The value can be any legal column selection. If multiple columns are
     * selected, only the last column will be used as an anchor.
     * It is an error to specify both before and after options.
     */
    after?: Select;
}
/** Options for sample transformations. */
export interface SampleOptions {
    /** Flag for sampling with replacement (default `false`). */
    replace?: boolean;
    /** Flag to ensure randomly ordered rows (default `true`). */
    shuffle?: boolean;
    /**
     * Column values to use as weights for sampling. Rows will be sampled with
     * probability proportional to their relative weight. The input should be a
     * column name string or a table expression compatible with *derive*.
     */
    weight?: string | TableExprFunc;
}
/** Options for impute transformations. */
export interface ImputeOptions {
    /**
     * Column values to combine to impute missing rows. For column names and
     * indices, all unique column values are considered. Otherwise, each entry
     * should be an object of name-expresion pairs, with valid table expressions
     * for *rollup*. All combinations of values are checked for each set of
     * unique groupby values.
     */
    expand?: ExprList;
}
/** Options for fold transformations. */
export interface FoldOptions {
    /**
     * An array indicating the output column names to use for the key and value
     * columns, respectively. The default is `['key', 'value']`.
     */
    as?: string[];
}
/** Options for pivot transformations. */
export interface PivotOptions {
    /** The maximum number of new columns to generate (default `Infinity`). */
    limit?: number;
    /** A string to place between multiple key names (default `_`); */
    keySeparator?: string;
    /** A string to place between key and value names (default `_`). */
    valueSeparator?: string;
    /** Flag for alphabetical sorting of new column names (default `true`). */
    sort?: boolean;
}
/** Options for spread transformations. */
export interface SpreadOptions {
    /**
     * Flag (default `true`) indicating if input columns to the
     * spread operation should be dropped in the output table.
     */
    drop?: boolean;
    /** The maximum number of new columns to generate (default `Infinity`). */
    limit?: number;
    /**
     * Output column names to use. This option only applies when a single
     * column is spread. If the given array of names is shorter than the
     * number of generated columns and no limit option is specified, the
     * additional generated columns will be dropped.
     */
    as?: string[];
}
/** Options for unroll transformations. */
export interface UnrollOptions {
    /**
     * The maximum number of new rows to generate per array value
     * (default `Infinity`).
     */
    limit?: number;
    /**
     * Flag or column name to add zero-based array index values as an output
     * column (default `false`). If true, a column named "index" will be
     * included. If string-valued, a column with the given name will be added.
     */
    index?: boolean | string;
    /**
     * Columns to drop from the output. The input may consist of column name
     * strings, column integer indices, objects with column names as keys, or
     * functions that take a table as input and return a valid selection
     * parameter (typically the output of selection helper functions such as
     * *all*, *not*, or *range*.
     */
    drop?: Select;
}
/** Options for join transformations. */
export interface JoinOptions {
    /**
     * Flag indicating a left outer join (default `false`). If both the
     * *left* and *right* flags are true, indicates a full outer join.
     */
    left?: boolean;
    /**
     * Flag indicating a right outer join (default `false`). If both the
     * *left* and *right* flags are true, indicates a full outer join.
     */
    right?: boolean;
    /**
     * Column name suffixes to append if two columns with the same name are
     * produced by the join. The default is `['_1', '_2']`.
     */
    suffix?: string[];
}

/**
 * Base class representing a column-oriented data table.
 */
declare class Table$1 {
    /**
     * Instantiate a Table instance.
     * @param {import('./types.js').ColumnData} columns
     *  An object mapping column names to values.
     * @param {string[]} [names]
     *  An ordered list of column names.
     * @param {import('./BitSet.js').BitSet} [filter]
     *  A filtering BitSet.
     * @param {import('./types.js').GroupBySpec} [group]
     *  A groupby specification.
     * @param {import('./types.js').RowComparator} [order]
     *  A row comparator function.
     * @param {import('./types.js').Params} [params]
     *  An object mapping parameter names to values.
     */
    constructor(columns: ColumnData, names?: string[], filter?: BitSet, group?: GroupBySpec, order?: RowComparator, params?: Params);
    /**
     * @private
     * @type {readonly string[]}
     */
    private _names;
    /**
     * @private
     * @type {import('./types.js').ColumnData}
     */
    private _data;
    /**
     * @private
     * @type {number}
     */
    private _total;
    /**
     * @private
     * @type {number}
     */
    private _nrows;
    /**
     * @private
     * @type {import('./BitSet.js').BitSet}
     */
    private _mask;
    /**
     * @private
     * @type {import('./types.js').GroupBySpec}
     */
    private _group;
    /**
     * @private
     * @type {import('./types.js').RowComparator}
     */
    private _order;
    /**
     * @private
     * @type {import('./types.js').Params}
     */
    private _params;
    /**
     * @private
     * @type {Uint32Array}
     */
    private _index;
    /**
     * @private
     * @type {number[][] | Uint32Array[]}
     */
    private _partitions;
    /**
     * Create a new table with the same type as this table.
     * The new table may have different data, filter, grouping, or ordering
     * based on the values of the optional configuration argument. If a
     * setting is not specified, it is inherited from the current table.
     * @param {import('./types.js').CreateOptions} [options]
     *  Creation options for the new table.
     * @return {this} A newly created table.
     */
    create({ data, names, filter, groups, order }?: CreateOptions): this;
    /**
     * Get or set table expression parameter values.
     * If called with no arguments, returns the current parameter values
     * as an object. Otherwise, adds the provided parameters to this
     * table's parameter set and returns the table. Any prior parameters
     * with names matching the input parameters are overridden.
     * @param {import('./types.js').Params} [values]
     *  The parameter values.
     * @return {this|import('./types.js').Params}
     *  The current parameter values (if called with no arguments) or this table.
     */
    params(values?: Params, ...args: any[]): this | Params;
    /**
     * Indicates if the table has a filter applied.
     * @return {boolean} True if filtered, false otherwise.
     */
    isFiltered(): boolean;
    /**
     * Indicates if the table has a groupby specification.
     * @return {boolean} True if grouped, false otherwise.
     */
    isGrouped(): boolean;
    /**
     * Indicates if the table has a row order comparator.
     * @return {boolean} True if ordered, false otherwise.
     */
    isOrdered(): boolean;
    /**
     * Get the backing column data for this table.
     * @return {import('./types.js').ColumnData}
     *  Object of named column instances.
     */
    data(): ColumnData;
    /**
     * Returns the filter bitset mask, if defined.
     * @return {import('./BitSet.js').BitSet} The filter bitset mask.
     */
    mask(): BitSet;
    /**
     * Returns the groupby specification, if defined.
     * @return {import('./types.js').GroupBySpec} The groupby specification.
     */
    groups(): GroupBySpec;
    /**
     * Returns the row order comparator function, if specified.
     * @return {import('./types.js').RowComparator}
     *  The row order comparator function.
     */
    comparator(): RowComparator;
    /**
     * The total number of rows in this table, counting both
     * filtered and unfiltered rows.
     * @return {number} The number of total rows.
     */
    totalRows(): number;
    /**
     * The number of active rows in this table. This number may be
     * less than the *totalRows* if the table has been filtered.
     * @return {number} The number of rows.
     */
    numRows(): number;
    /**
     * The number of active rows in this table. This number may be
     * less than the *totalRows* if the table has been filtered.
     * @return {number} The number of rows.
     */
    get size(): number;
    /**
     * The number of columns in this table.
     * @return {number} The number of columns.
     */
    numCols(): number;
    /**
     * Filter function invoked for each column name.
     * @callback NameFilter
     * @param {string} name The column name.
     * @param {number} index The column index.
     * @param {string[]} array The array of names.
     * @return {boolean} Returns true to retain the column name.
     */
    /**
     * The table column names, optionally filtered.
     * @param {NameFilter} [filter] An optional filter function.
     *  If unspecified, all column names are returned.
     * @return {string[]} An array of matching column names.
     */
    columnNames(filter?: (name: string, index: number, array: string[]) => boolean): string[];
    /**
     * The column name at the given index.
     * @param {number} index The column index.
     * @return {string} The column name,
     *  or undefined if the index is out of range.
     */
    columnName(index: number): string;
    /**
     * The column index for the given name.
     * @param {string} name The column name.
     * @return {number} The column index, or -1 if the name is not found.
     */
    columnIndex(name: string): number;
    /**
     * Get the column instance with the given name.
     * @param {string} name The column name.
     * @return {import('./types.js').ColumnType | undefined}
     *  The named column, or undefined if it does not exist.
     */
    column(name: string): ColumnType<any> | undefined;
    /**
     * Get the column instance at the given index position.
     * @param {number} index The zero-based column index.
     * @return {import('./types.js').ColumnType | undefined}
     *  The column, or undefined if it does not exist.
     */
    columnAt(index: number): ColumnType<any> | undefined;
    /**
     * Get an array of values contained in a column. The resulting array
     * respects any table filter or orderby criteria.
     * @param {string} name The column name.
     * @param {ArrayConstructor | import('./types.js').TypedArrayConstructor} [constructor=Array]
     *  The array constructor for instantiating the output array.
     * @return {import('./types.js').DataValue[] | import('./types.js').TypedArray}
     *  The array of column values.
     */
    array(name: string, constructor?: ArrayConstructor | TypedArrayConstructor$1): DataValue[] | TypedArray$1;
    /**
     * Get the value for the given column and row.
     * @param {string} name The column name.
     * @param {number} [row=0] The row index, defaults to zero if not specified.
     * @return {import('./types.js').DataValue} The table value at (column, row).
     */
    get(name: string, row?: number): DataValue;
    /**
     * Returns an accessor ("getter") function for a column. The returned
     * function takes a row index as its single argument and returns the
     * corresponding column value.
     * @param {string} name The column name.
     * @return {import('./types.js').ColumnGetter} The column getter function.
     */
    getter(name: string): ColumnGetter;
    /**
     * Returns an object representing a table row.
     * @param {number} [row=0] The row index, defaults to zero if not specified.
     * @return {object} A row object with named properties for each column.
     */
    object(row?: number): object;
    /**
     * Returns an array of objects representing table rows.
     * @param {import('./types.js').ObjectsOptions} [options]
     *  The options for row object generation.
     * @return {object[]} An array of row objects.
     */
    objects(options?: ObjectsOptions): object[];
    /**
     * Returns an iterator over column values.
     * @return {Iterator<object>} An iterator over row objects.
     */
    values(name: any): Iterator<object>;
    /**
     * Print the contents of this table using the console.table() method.
     * @param {import('./types.js').PrintOptions|number} options
     *  The options for row object generation, determining which rows and
     *  columns are printed. If number-valued, specifies the row limit.
     * @return {this} The table instance.
     */
    print(options?: PrintOptions | number): this;
    /**
     * Returns an array of indices for all rows passing the table filter.
     * @param {boolean} [order=true] A flag indicating if the returned
     *  indices should be sorted if this table is ordered. If false, the
     *  returned indices may or may not be sorted.
     * @return {Uint32Array} An array of row indices.
     */
    indices(order?: boolean): Uint32Array;
    /**
     * Returns an array of indices for each group in the table.
     * If the table is not grouped, the result is the same as
     * the *indices* method, but wrapped within an array.
     * @param {boolean} [order=true] A flag indicating if the returned
     *  indices should be sorted if this table is ordered. If false, the
     *  returned indices may or may not be sorted.
     * @return {number[][] | Uint32Array[]} An array of row index arrays, one
     *  per group. The indices will be filtered if the table is filtered.
     */
    partitions(order?: boolean): number[][] | Uint32Array[];
    /**
     * Create a new fully-materialized instance of this table.
     * All filter and orderby settings are removed from the new table.
     * Instead, the backing data itself is filtered and ordered as needed.
     * @param {number[]} [indices] Ordered row indices to materialize.
     *  If unspecified, all rows passing the table filter are used.
     * @return {this} A reified table.
     */
    reify(indices?: number[]): this;
    /**
     * Callback function to cancel a table scan.
     * @callback ScanStop
     * @return {void}
     */
    /**
     * Callback function invoked for each row of a table scan.
     * @callback ScanVisitor
     * @param {number} [row] The table row index.
     * @param {import('./types.js').ColumnData} [data]
     *  The backing table data store.
     * @param {ScanStop} [stop] Function to stop the scan early.
     *  Callees can invoke this function to prevent future calls.
     * @return {void}
     */
    /**
     * Perform a table scan, visiting each row of the table.
     * If this table is filtered, only rows passing the filter are visited.
     * @param {ScanVisitor} fn Callback invoked for each row of the table.
     * @param {boolean} [order=false] Indicates if the table should be
     *  scanned in the order determined by *orderby*. This
     *  argument has no effect if the table is unordered.
     * @property {number} [limit=Infinity] The maximum number of rows to scan.
     * @property {number} [offset=0] The row offset indicating how many
     *  initial rows to skip.
     */
    scan(fn: (row?: number, data?: ColumnData, stop?: () => void) => void, order?: boolean, limit?: number, offset?: number): void;
    /**
     * Provide an informative object string tag.
     */
    get [Symbol.toStringTag](): string;
    /**
     * Returns an iterator over objects representing table rows.
     * @return {Iterator<object>} An iterator over row objects.
     */
    [Symbol.iterator](): Iterator<object>;
}

export declare namespace Version {
    let V1: 0;
    let V2: 1;
    let V3: 2;
    let V4: 3;
    let V5: 4;
}
export declare namespace Endianness {
    let Little: 0;
    let Big: 1;
}
export declare namespace Precision {
    let HALF: 0;
    let SINGLE: 1;
    let DOUBLE: 2;
}
export declare namespace DateUnit {
    let DAY: 0;
    let MILLISECOND: 1;
}
export declare namespace TimeUnit {
    export let SECOND: 0;
    let MILLISECOND_1: 1;
    export { MILLISECOND_1 as MILLISECOND };
    export let MICROSECOND: 2;
    export let NANOSECOND: 3;
}
export declare namespace IntervalUnit {
    let YEAR_MONTH: 0;
    let DAY_TIME: 1;
    let MONTH_DAY_NANO: 2;
}
export declare namespace UnionMode {
    let Sparse: 0;
    let Dense: 1;
}

/** A valid Arrow version number. */
export type Version_ = typeof Version[keyof typeof Version];
/** A valid endianness value. */
export type Endianness_ = typeof Endianness[keyof typeof Endianness];
/** A valid floating point precision value. */
export type Precision_ = typeof Precision[keyof typeof Precision];
/** A valid date unit value. */
export type DateUnit_ = typeof DateUnit[keyof typeof DateUnit];
/** A valid time unit value. */
export type TimeUnit_ = typeof TimeUnit[keyof typeof TimeUnit];
/** A valid date/time interval unit value. */
export type IntervalUnit_ = typeof IntervalUnit[keyof typeof IntervalUnit];
/** A valid union type mode value. */
export type UnionMode_ = typeof UnionMode[keyof typeof UnionMode];
export type IntegerArray = Uint8Array | Uint16Array | Uint32Array | Int8Array | Int16Array | Int32Array | BigUint64Array | BigInt64Array;
export type TypedArray = IntegerArray | Float32Array | Float64Array;
export type OffsetArray = Int32Array | BigInt64Array;
export type IntArrayConstructor = Uint8ArrayConstructor | Uint16ArrayConstructor | Uint32ArrayConstructor | Int8ArrayConstructor | Int16ArrayConstructor | Int32ArrayConstructor | Int64ArrayConstructor;
export type Int64ArrayConstructor = BigUint64ArrayConstructor | BigInt64ArrayConstructor;
export type FloatArrayConstructor = Uint16ArrayConstructor | Float32ArrayConstructor | Float64ArrayConstructor;
export type DateTimeArrayConstructor = Int32ArrayConstructor | BigInt64ArrayConstructor;
export type TypedArrayConstructor = Uint8ArrayConstructor | Uint16ArrayConstructor | Uint32ArrayConstructor | BigUint64ArrayConstructor | Int8ArrayConstructor | Int16ArrayConstructor | Int32ArrayConstructor | BigInt64ArrayConstructor | Float32ArrayConstructor | Float64ArrayConstructor;
/** An extracted array of column values. */
export interface ValueArray<T> extends ArrayLike<T>, Iterable<T> {
    slice(start?: number, end?: number): ValueArray<T>;
}
/** Struct/row object factory method. */
export type StructFactory = (names: string[], batches: Batch<any>[]) => (index: number) => Record<string, any>;
/** Custom metadata. */
export type Metadata = Map<string, string>;
/**
 * Arrow table schema.
 */
export interface Schema {
    version?: Version_;
    endianness?: Endianness_;
    fields: Field[];
    metadata?: Metadata | null;
}
/**
 * Arrow schema field definition.
 */
export interface Field {
    name: string;
    type: DataType;
    nullable: boolean;
    metadata: Metadata;
}
/** Valid integer bit widths. */
export type IntBitWidth = 8 | 16 | 32 | 64;
/** Dictionary-encoded data type. */
export type DictionaryType = {
    typeId: -1;
    dictionary: DataType;
    id: number;
    indices: IntType;
    ordered: boolean;
};
/** None data type. */
export type NoneType = {
    typeId: 0;
};
/** Null data type. */
export type NullType = {
    typeId: 1;
};
/** Integer data type. */
export type IntType = {
    typeId: 2;
    bitWidth: IntBitWidth;
    signed: boolean;
    values: IntArrayConstructor;
};
/** Floating point number data type. */
export type FloatType = {
    typeId: 3;
    precision: Precision_;
    values: FloatArrayConstructor;
};
/** Opaque binary data type. */
export type BinaryType = {
    typeId: 4;
    offsets: Int32ArrayConstructor;
};
/** UTF-8 encoded string data type. */
export type Utf8Type = {
    typeId: 5;
    offsets: Int32ArrayConstructor;
};
/** Boolean data type. */
export type BoolType = {
    typeId: 6;
};
/** Fixed decimal number data type. */
export type DecimalType = {
    typeId: 7;
    precision: number;
    scale: number;
    bitWidth: 128 | 256;
    values: BigUint64ArrayConstructor;
};
/** Date data type. */
export type DateType = {
    typeId: 8;
    unit: DateUnit_;
    values: DateTimeArrayConstructor;
};
/** Time data type. */
export type TimeType = {
    typeId: 9;
    unit: TimeUnit_;
    bitWidth: 32 | 64;
    values: DateTimeArrayConstructor;
};
/** Timestamp data type. */
export type TimestampType = {
    typeId: 10;
    unit: TimeUnit_;
    timezone: string | null;
    values: BigInt64ArrayConstructor;
};
/** Date/time interval data type. */
export type IntervalType = {
    typeId: 11;
    unit: IntervalUnit_;
    values?: Int32ArrayConstructor;
};
/** List data type. */
export type ListType = {
    typeId: 12;
    children: [Field];
    offsets: Int32ArrayConstructor;
};
/** Struct data type. */
export type StructType = {
    typeId: 13;
    children: Field[];
};
/** Union data type. */
export type UnionType = {
    typeId: 14;
    mode: UnionMode_;
    typeIds: number[];
    typeMap: Record<number, number>;
    children: Field[];
    typeIdForValue?: (value: any, index: number) => number;
    offsets: Int32ArrayConstructor;
};
/** Fixed-size opaque binary data type. */
export type FixedSizeBinaryType = {
    typeId: 15;
    stride: number;
};
/** Fixed-size list data type. */
export type FixedSizeListType = {
    typeId: 16;
    stride: number;
    children: Field[];
};
/** Key-value map data type. */
export type MapType = {
    typeId: 17;
    keysSorted: boolean;
    children: [Field];
    offsets: Int32ArrayConstructor;
};
/** Duration data type. */
export type DurationType = {
    typeId: 18;
    unit: TimeUnit_;
    values: BigInt64ArrayConstructor;
};
/** Opaque binary data type with 64-bit integer offsets for larger data. */
export type LargeBinaryType = {
    typeId: 19;
    offsets: BigInt64ArrayConstructor;
};
/** UTF-8 encoded string data type with 64-bit integer offsets for larger data. */
export type LargeUtf8Type = {
    typeId: 20;
    offsets: BigInt64ArrayConstructor;
};
/** List data type with 64-bit integer offsets for larger data. */
export type LargeListType = {
    typeId: 21;
    children: [Field];
    offsets: BigInt64ArrayConstructor;
};
/** RunEndEncoded data type. */
export type RunEndEncodedType = {
    typeId: 22;
    children: [Field, Field];
};
/** Opaque binary data type with multi-buffer view layout. */
export type BinaryViewType = {
    typeId: 23;
};
/** UTF-8 encoded string data type with multi-buffer view layout. */
export type Utf8ViewType = {
    typeId: 24;
};
/** ListView data type. */
export type ListViewType = {
    typeId: 25;
    children: [Field];
    offsets: Int32ArrayConstructor;
};
/** ListView data type with 64-bit integer offsets for larger data. */
export type LargeListViewType = {
    typeId: 26;
    children: [Field];
    offsets: BigInt64ArrayConstructor;
};
/**
 * Arrow field data types.
 */
export type DataType = NoneType | NullType | IntType | FloatType | BinaryType | Utf8Type | BoolType | DecimalType | DateType | TimeType | TimestampType | IntervalType | ListType | StructType | UnionType | FixedSizeBinaryType | FixedSizeListType | MapType | DurationType | LargeBinaryType | LargeUtf8Type | LargeListType | RunEndEncodedType | BinaryViewType | Utf8ViewType | ListViewType | LargeListViewType | DictionaryType;
/**
 * Options for controlling how values are transformed when extracted
 * from an Arrow binary representation.
 */
export interface ExtractionOptions {
    /**
     * If true, extract dates and timestamps as JavaScript `Date` objects.
     * Otherwise, return numerical timestamp values (default).
     */
    useDate?: boolean;
    /**
     * If true, extract decimal-type data as BigInt values, where fractional
     * digits are scaled to integers. Otherwise, return converted floating-point
     * numbers (default).
     */
    useDecimalBigInt?: boolean;
    /**
     * If true, extract 64-bit integers as JavaScript `BigInt` values.
     * Otherwise, coerce long integers to JavaScript number values (default).
     */
    useBigInt?: boolean;
    /**
     * If true, extract Arrow 'Map' values as JavaScript `Map` instances.
     * Otherwise, return an array of [key, value] pairs compatible with
     * both `Map` and `Object.fromEntries` (default).
     */
    useMap?: boolean;
    /**
     * If true, extract Arrow 'Struct' values and table row objects using
     * zero-copy proxy objects that extract data from underlying Arrow batches.
     * The proxy objects can improve performance and reduce memory usage, but
     * do not support property enumeration (`Object.keys`, `Object.values`,
     * `Object.entries`) or spreading (`{ ...object }`).
     */
    useProxy?: boolean;
}
/**
 * Options for building new columns and controlling how values are
 * transformed when extracted from an Arrow binary representation.
 */
export interface ColumnBuilderOptions extends ExtractionOptions {
    /**
     * The maximum number of rows to include in a single record batch.
     */
    maxBatchRows?: number;
}
/**
 * Options for building new tables and controlling how values are
 * transformed when extracted from an Arrow binary representation.
 */
export interface TableBuilderOptions extends ColumnBuilderOptions {
    /**
     * A map from column names to Arrow data types.
     */
    types?: Record<string, DataType>;
}

/**
 * A data column. A column provides a view over one or more value batches,
 * each drawn from an Arrow record batch. While this class supports random
 * access to column values by integer index; however, extracting arrays using
 * `toArray()` or iterating over values (`for (const value of column) {...}`)
 * provide more efficient ways for bulk access or scanning.
 * @template T
 */
export declare class Column<T> {
    /**
     * Create a new column instance.
     * @param {import('./batch.js').Batch<T>[]} data The value batches.
     * @param {import('./types.js').DataType} [type] The column data type.
     *  If not specified, the type is extracted from the batches.
     */
    constructor(data: Batch<T>[], type?: DataType);
    /**
     * The column data type.
     * @type {import('./types.js').DataType}
     * @readonly
     */
    readonly type: DataType;
    /**
     * The column length.
     * @type {number}
     * @readonly
     */
    readonly length: number;
    /**
     * The count of null values in the column.
     * @type {number}
     * @readonly
     */
    readonly nullCount: number;
    /**
     * An array of column data batches.
     * @type {readonly import('./batch.js').Batch<T>[]}
     * @readonly
     */
    readonly data: readonly Batch<T>[];
    /**
     * Return the column value at the given index. If a column has multiple
     * batches, this method performs binary search over the batch lengths to
     * determine the batch from which to retrieve the value. The search makes
     * lookup less efficient than a standard array access. If making a full
     * scan of a column, consider extracting arrays via `toArray()` or using an
     * iterator (`for (const value of column) {...}`).
     * @param {number} index The row index.
     * @returns {T | null} The value.
     */
    at(index: number): T | null;
    /**
     * Index offsets for data batches.
     * Used to map a column row index to a batch-specific index.
     * @type {Int32Array}
     * @readonly
     */
    readonly offsets: Int32Array;
    /**
     * Return the column value at the given index. This method is the same as
     * `at()` and is provided for better compatibility with Apache Arrow JS.
     * @param {number} index The row index.
     * @returns {T | null} The value.
     */
    get(index: number): T | null;
    /**
     * Extract column values into a single array instance. When possible,
     * a zero-copy subarray of the input Arrow data is returned.
     * @returns {import('./types.js').ValueArray<T?>}
     */
    toArray(): ValueArray<T | null>;
    /**
     * Return an array of cached column values.
     * Used internally to accelerate dictionary types.
     */
    cache(): ValueArray<T>;
    _cache: ValueArray<T>;
    /**
     * Provide an informative object string tag.
     */
    get [Symbol.toStringTag](): string;
    /**
     * Return an iterator over the values in this column.
     * @returns {Iterator<T?>}
     */
    [Symbol.iterator](): Iterator<T | null>;
}

/**
 * Column values from a single record batch.
 * A column may contain multiple batches.
 * @template T
 */
export declare class Batch<T> {
    /**
     * The array type to use when extracting data from the batch.
     * A null value indicates that the array type should match
     * the type of the batch's values array.
     * @type {ArrayConstructor | import('./types.js').TypedArrayConstructor | null}
     */
    static ArrayType: ArrayConstructor | TypedArrayConstructor | null;
    /**
     * Create a new column batch.
     * @param {object} options
     * @param {number} options.length The length of the batch
     * @param {number} options.nullCount The null value count
     * @param {import('./types.js').DataType} options.type The data type.
     * @param {Uint8Array} [options.validity] Validity bitmap buffer
     * @param {import('./types.js').TypedArray} [options.values] Values buffer
     * @param {import('./types.js').OffsetArray} [options.offsets] Offsets buffer
     * @param {import('./types.js').OffsetArray} [options.sizes] Sizes buffer
     * @param {Batch[]} [options.children] Children batches
     */
    constructor({ length, nullCount, type, validity, values, offsets, sizes, children }: {
        length: number;
        nullCount: number;
        type: DataType;
        validity?: Uint8Array;
        values?: TypedArray;
        offsets?: OffsetArray;
        sizes?: OffsetArray;
        children?: Batch<any>[];
    });
    length: number;
    nullCount: number;
    type: DataType;
    validity: Uint8Array<ArrayBufferLike>;
    values: TypedArray;
    offsets: OffsetArray;
    sizes: OffsetArray;
    children: Batch<any>[];
    /**
     * Return the value at the given index.
     * @param {number} index The value index.
     * @returns {T | null} The value.
     */
    at(index: number): T | null;
    /**
     * Check if a value at the given index is valid (non-null).
     * @param {number} index The value index.
     * @returns {boolean} True if valid, false otherwise.
     */
    isValid(index: number): boolean;
    /**
     * Return the value at the given index. This method does not check the
     * validity bitmap and is intended primarily for internal use. In most
     * cases, callers should use the `at()` method instead.
     * @param {number} index The value index
     * @returns {T} The value, ignoring the validity bitmap.
     */
    value(index: number): T;
    /**
     * Extract an array of values within the given index range. Unlike
     * Array.slice, all arguments are required and may not be negative indices.
     * @param {number} start The starting index, inclusive
     * @param {number} end The ending index, exclusive
     * @returns {import('./types.js').ValueArray<T?>} The slice of values
     */
    slice(start: number, end: number): ValueArray<T | null>;
    /**
     * Provide an informative object string tag.
     */
    get [Symbol.toStringTag](): string;
    /**
     * Return an iterator over the values in this batch.
     * @returns {Iterator<T?>}
     */
    [Symbol.iterator](): Iterator<T | null>;
}

/**
 * A table consists of a collection of named columns (or 'children').
 * To work with table data directly in JavaScript, use `toColumns()`
 * to extract an object that maps column names to extracted value arrays,
 * or `toArray()` to extract an array of row objects. For random access
 * by row index, use `getChild()` to access data for a specific column.
 */
declare class Table {
    /**
     * Create a new table with the given schema and columns (children).
     * @param {import('./types.js').Schema} schema The table schema.
     * @param {import('./column.js').Column[]} children The table columns.
     * @param {boolean} [useProxy=false] Flag indicating if row proxy
     *  objects should be used to represent table rows (default `false`).
     */
    constructor(schema: Schema, children: Column<any>[], useProxy?: boolean);
    /** @readonly */
    readonly schema: Schema;
    /** @readonly */
    readonly names: string[];
    /**
     * @type {import('./column.js').Column[]}
     * @readonly
     */
    readonly children: Column<any>[];
    /**
     * @type {import('./types.js').StructFactory}
     * @readonly
     */
    readonly factory: StructFactory;
    /**
     * Returns a row object generator for the given batch index.
     * @private
     * @readonly
     * @param {number} b The batch index.
     * @returns {(index: number) => Record<string,any>}
     */
    private readonly getFactory;
    /**
     * The number of columns in this table.
     * @return {number} The number of columns.
     */
    get numCols(): number;
    /**
     * The number of rows in this table.
     * @return {number} The number of rows.
     */
    get numRows(): number;
    /**
     * Return the child column at the given index position.
     * @param {number} index The column index.
     * @returns {import('./column.js').Column<any>}
     */
    getChildAt(index: number): Column<any>;
    /**
     * Return the first child column with the given name.
     * @param {string} name The column name.
     * @returns {import('./column.js').Column<any>}
     */
    getChild(name: string): Column<any>;
    /**
     * Construct a new table containing only columns at the specified indices.
     * The order of columns in the new table matches the order of input indices.
     * @param {number[]} indices The indices of columns to keep.
     * @param {string[]} [as] Optional new names for selected columns.
     * @returns {Table} A new table with columns at the specified indices.
     */
    selectAt(indices: number[], as?: string[]): Table;
    /**
     * Construct a new table containing only columns with the specified names.
     * If columns have duplicate names, the first (with lowest index) is used.
     * The order of columns in the new table matches the order of input names.
     * @param {string[]} names Names of columns to keep.
     * @param {string[]} [as] Optional new names for selected columns.
     * @returns {Table} A new table with columns matching the specified names.
     */
    select(names: string[], as?: string[]): Table;
    /**
     * Return an object mapping column names to extracted value arrays.
     * @returns {Record<string, import('./types.js').ValueArray<any>>}
     */
    toColumns(): Record<string, ValueArray<any>>;
    /**
     * Return an array of objects representing the rows of this table.
     * @returns {Record<string, any>[]}
     */
    toArray(): Record<string, any>[];
    /**
     * Return a row object for the given index.
     * @param {number} index The row index.
     * @returns {Record<string, any>} The row object.
     */
    at(index: number): Record<string, any>;
    /**
     * Return a row object for the given index. This method is the same as
     * `at()` and is provided for better compatibility with Apache Arrow JS.
     * @param {number} index The row index.
     * @returns {Record<string, any>} The row object.
     */
    get(index: number): Record<string, any>;
    /**
     * Provide an informative object string tag.
     */
    get [Symbol.toStringTag](): string;
    /**
     * Return an iterator over objects representing the rows of this table.
     * @returns {Generator<Record<string, any>, any, null>}
     */
    [Symbol.iterator](): Generator<Record<string, any>, any, null>;
}

/**
 * Options for loading data from files or URLs.
 */
export interface LoadOptions {
    /**
     * Options to pass to the HTTP fetch method when loading a URL.
     */
    fetch?: RequestInit;
    /**
     * Decompression format to apply. If unspecified, the decompression type
     * is inferred from the file extension (.gz or .zz). If no matching extension
     * is found, no decompression is performed.
     */
    decompress?: 'gzip' | 'deflate' | null;
}
/**
 * Column format object.
 */
export interface ValueFormatObject {
    /**
     * If true, format dates in UTC time.
     */
    utc?: boolean;
    /**
     * The number of fractional digits to include when formatting numbers.
     */
    digits?: number;
    /**
     * The maximum string length for formatting nested object or array values.
     */
    maxlen?: number;
}
/**
 * Callback function to format an individual value.
 * @param {*} value The value to format.
 * @return {*} A string-coercible or JSON-compatible formatted value.
 */
export type ValueFormatFunction = (value: any) => any;
/**
 * Value format options.
 */
export type ValueFormatOptions = ValueFormatObject | ValueFormatFunction;
/**
 * Column selection function.
 */
export type ColumnSelectFunction = (table: Table$1) => string[];
/**
 * Column selection options.
 */
export type ColumnSelectOptions = string[] | ColumnSelectFunction;
/**
 * Column format options. The object keys should be column names.
 * The object values should be formatting functions or objects.
 * If specified, these override any automatically inferred options.
 */
export type ColumnFormatOptions = Record<string, ValueFormatOptions>;
/**
 * Column alignment options. The object keys should be column names.
 * The object values should be aligment strings, one of 'l' (left),
 * 'c' (center), or 'r' (right).
 * If specified, these override any automatically inferred options.
 */
export type ColumnAlignOptions = Record<string, 'l' | 'c' | 'r'>;
/** Arrow input data as bytes or loaded table. */
export type ArrowInput = ArrayBuffer | Uint8Array | ArrowTable;
/** A column in an Apache Arrow table. */
export interface ArrowColumn<T> extends ColumnType<T> {
    type: ArrowDataType;
    nullCount: number;
    toArray(): ColumnType<T>;
}
/** Minimal interface for an Arrow data type. */
export interface ArrowDataType {
    typeId: number;
}
/** A field definition with an Arrow schema. */
export interface ArrowField {
    name: string;
    nullable: boolean;
    type: ArrowDataType;
    metadata?: Map<string, string>;
}
/** An Apache Arrow table schema. */
export interface ArrowSchema {
    version?: number;
    fields: ArrowField[];
    metadata?: Map<string, string>;
}
/**
 * Interface for an Apache Arrow table.
 * Compatible with both Flechette and Arrow-JS table instances.
 */
export interface ArrowTable {
    numRows: number;
    numCols: number;
    schema: ArrowSchema;
    getChild(name: string): ArrowColumn<any>;
    getChildAt(index: number): ArrowColumn<any>;
}
/** Options for Arrow import. */
export interface ArrowOptions extends ExtractionOptions {
    /**
     * An ordered set of columns to import. The input may consist of column name
     * strings, column integer indices, objects with current column names as
     * keys and new column names as values (for renaming), or selection helper
     * functions such as *all*, *not*, or *range*.
     */
    columns?: Select;
}
/** Options for Arrow encoding. */
export interface ArrowFormatOptions extends TableBuilderOptions {
    /**
     * Ordered list of column names to include. If function-valued, the
     * function should accept a dataset as input and return an array of
     * column name strings. If unspecified all columns are included.
     */
    columns?: ColumnSelectOptions;
    /**
     * The maximum number of rows to include (default `Infinity`).
     */
    limit?: number;
    /**
     * The row offset (default `0`) indicating how many initial rows to skip.
     */
    offset?: number;
}
/** Options for Arrow IPC encoding. */
export interface ArrowIPCFormatOptions extends ArrowFormatOptions {
    /**
     * The Arrow IPC byte format to use. One of `'stream'` (default) or `'file'`.
     */
    format?: 'stream' | 'file';
}

/**
 * Options for Markdown formatting.
 * @typedef {object} MarkdownFormatOptions
 * @property {number} [limit=Infinity] The maximum number of rows to print.
 * @property {number} [offset=0] The row offset indicating how many initial
 *  rows to skip.
 * @property {import('./types.js').ColumnSelectOptions} [columns] Ordered list
 *  of column names to include. If function-valued, the function should
 *  accept a table as input and return an array of column name strings.
 * @property {import('./types.js').ColumnAlignOptions} [align] Object of column
 *  alignment options. The object keys should be column names. The object
 *  values should be aligment strings, one of 'l' (left), 'c' (center), or
 *  'r' (right). If specified, these override automatically inferred options.
 * @property {import('./types.js').ColumnFormatOptions} [format] Object of column
 *  format options. The object keys should be column names. The object values
 *  should be formatting functions or specification objects. If specified,
 *  these override automatically inferred options.
 * @property {number} [maxdigits=6] The maximum number of fractional digits
 *  to include when formatting numbers. This option is passed to the format
 *  inference method and is overridden by any explicit format options.
 */
/**
 * Format a table as a GitHub-Flavored Markdown table string.
 * @param {import('../table/Table.js').Table} table The table to format.
 * @param {MarkdownFormatOptions} options The formatting options.
 * @return {string} A GitHub-Flavored Markdown table string.
 */
declare function toMarkdown(table: Table$1, options?: MarkdownFormatOptions): string;
/**
 * Options for Markdown formatting.
 */
export type MarkdownFormatOptions = {
    /**
     * The maximum number of rows to print.
     */
    limit?: number;
    /**
     * The row offset indicating how many initial
     * rows to skip.
     */
    offset?: number;
    /**
     * Ordered list
     * of column names to include. If function-valued, the function should
     * accept a table as input and return an array of column name strings.
     */
    columns?: ColumnSelectOptions;
    /**
     * Object of column
     * alignment options. The object keys should be column names. The object
     * values should be aligment strings, one of 'l' (left), 'c' (center), or
     * 'r' (right). If specified, these override automatically inferred options.
     */
    align?: ColumnAlignOptions;
    /**
     * Object of column
     * format options. The object keys should be column names. The object values
     * should be formatting functions or specification objects. If specified,
     * these override automatically inferred options.
     */
    format?: ColumnFormatOptions;
    /**
     * The maximum number of fractional digits
     * to include when formatting numbers. This option is passed to the format
     * inference method and is overridden by any explicit format options.
     */
    maxdigits?: number;
};

/**
 * Format a table as a JavaScript Object Notation (JSON) string.
 * @param {import('../table/Table.js').Table} table The table to format.
 * @param {JSONFormatOptions} options The formatting options.
 * @return {string} A JSON string.
 */
declare function toJSON(table: Table$1, { type, columns: cols, format, limit, offset }?: JSONFormatOptions): string;
/**
 * Options for JSON formatting.
 */
export type JSONFormatOptions = {
    /**
     * The format type.
     * One of `'columns'` (for an object with named column arrays)`, 'rows'` (for
     * an array for row objects), or `'ndjson'` for [newline-delimited JSON][1]
     * rows. For `'ndjson'`, each line of text will contain a JSON row object
     * (with no trailing comma) and string properties will be stripped of any
     * newline characters. If no format type is specified, defaults to `'rows'`.
     *
     * [1]: https://github.com/ndjson/ndjson-spec
     */
    type?: "columns" | "rows" | "ndjson" | null;
    /**
     * The maximum number of rows to print.
     */
    limit?: number;
    /**
     * The row offset indicating how many initial
     * rows to skip.
     */
    offset?: number;
    /**
     * Ordered list
     * of column names to include. If function-valued, the function should
     * accept a table as input and return an array of column name strings.
     */
    columns?: ColumnSelectOptions;
    /**
     * Object of column
     * format options. The object keys should be column names. The object values
     * should be formatting functions to invoke to transform column values prior
     * to output. If specified, these override automatically inferred options.
     */
    format?: {
        [x: string]: (value: any) => any;
    };
};

/**
 * Null format function.
 * @callback NullFormat
 * @param {null|undefined} [value] The value to format.
 * @return {string} The formatted HTML string.
 */
/**
 * CSS style function.
 * @callback StyleFunction
 * @param {string} name The column name.
 * @param {number} row The table row index.
 * @return {string} A CSS style string.
 */
/**
 * CSS style options.
 * @typedef {Object.<string, string | StyleFunction>} StyleOptions
 */
/**
 * Options for HTML formatting.
 * @typedef {object} HTMLFormatOptions
 * @property {number} [limit=Infinity] The maximum number of rows to print.
 * @property {number} [offset=0] The row offset indicating how many initial rows to skip.
 * @property {import('./types.js').ColumnSelectOptions} [columns] Ordered list
 *  of column names to include. If function-valued, the function should
 *  accept a table as input and return an array of column name strings.
 * @property {import('./types.js').ColumnAlignOptions} [align] Object of column
 *  alignment options. The object keys should be column names. The object
 *  values should be aligment strings, one of 'l' (left), 'c' (center), or
 *  'r' (right). If specified, these override automatically inferred options.
 * @property {import('./types.js').ColumnFormatOptions} [format] Object of column
 *  format options. The object keys should be column names. The object values
 *  should be formatting functions or specification objects. If specified,
 *  these override automatically inferred options.
 * @property {NullFormat} [null] Format function for null or undefined values.
 *  If specified, this function will be invoked with the null or undefined
 *  value as the sole input, and the return value will be used as the HTML
 *  output for the value.
 * @property {StyleOptions} [style] CSS styles to include in HTML output.
 *  The object keys should be HTML table tag names: 'table', 'thead',
 *  'tbody', 'tr', 'th', or 'td'. The object values should be strings of
 *  valid CSS style directives (such as "font-weight: bold;") or functions
 *  that take a column name and row as inputs and return a CSS string.
 * @property {number} [maxdigits=6] The maximum number of fractional digits
 *  to include when formatting numbers. This option is passed to the format
 *  inference method and is overridden by any explicit format options.
 */
/**
 * Format a table as an HTML table string.
 * @param {import('../table/Table.js').Table} table The table to format.
 * @param {HTMLFormatOptions} options The formatting options.
 * @return {string} An HTML table string.
 */
declare function toHTML(table: Table$1, options?: HTMLFormatOptions): string;
/**
 * Null format function.
 */
export type NullFormat = (value?: null | undefined) => string;
/**
 * CSS style function.
 */
export type StyleFunction = (name: string, row: number) => string;
/**
 * CSS style options.
 */
export type StyleOptions = {
    [x: string]: string | StyleFunction;
};
/**
 * Options for HTML formatting.
 */
export type HTMLFormatOptions = {
    /**
     * The maximum number of rows to print.
     */
    limit?: number;
    /**
     * The row offset indicating how many initial rows to skip.
     */
    offset?: number;
    /**
     * Ordered list
     * of column names to include. If function-valued, the function should
     * accept a table as input and return an array of column name strings.
     */
    columns?: ColumnSelectOptions;
    /**
     * Object of column
     * alignment options. The object keys should be column names. The object
     * values should be aligment strings, one of 'l' (left), 'c' (center), or
     * 'r' (right). If specified, these override automatically inferred options.
     */
    align?: ColumnAlignOptions;
    /**
     * Object of column
     * format options. The object keys should be column names. The object values
     * should be formatting functions or specification objects. If specified,
     * these override automatically inferred options.
     */
    format?: ColumnFormatOptions;
    /**
     * Format function for null or undefined values.
     * If specified, this function will be invoked with the null or undefined
     * value as the sole input, and the return value will be used as the HTML
     * output for the value.
     */
    null?: NullFormat;
    /**
     * CSS styles to include in HTML output.
     * The object keys should be HTML table tag names: 'table', 'thead',
     * 'tbody', 'tr', 'th', or 'td'. The object values should be strings of
     * valid CSS style directives (such as "font-weight: bold;") or functions
     * that take a column name and row as inputs and return a CSS string.
     */
    style?: StyleOptions;
    /**
     * The maximum number of fractional digits
     * to include when formatting numbers. This option is passed to the format
     * inference method and is overridden by any explicit format options.
     */
    maxdigits?: number;
};

/**
 * Options for CSV formatting.
 * @typedef {object} CSVFormatOptions
 * @property {string} [delimiter=','] The delimiter between values.
 * @property {boolean} [header=true] Flag to specify presence of header row.
 *  If true, includes a header row with column names.
 *  If false, the header is omitted.
 * @property {number} [limit=Infinity] The maximum number of rows to print.
 * @property {number} [offset=0] The row offset indicating how many initial rows to skip.
 * @property {import('./types.js').ColumnSelectOptions} [columns] Ordered list
 *  of column names to include. If function-valued, the function should
 *  accept a table as input and return an array of column name strings.
 * @property {Object.<string, (value: any) => any>} [format] Object of column
 *  format options. The object keys should be column names. The object values
 *  should be formatting functions to invoke to transform column values prior
 *  to output. If specified, these override automatically inferred options.
 */
/**
 * Format a table as a comma-separated values (CSV) string. Other
 * delimiters, such as tabs or pipes ('|'), can be specified using
 * the options argument.
 * @param {import('../table/Table.js').Table} table The table to format.
 * @param {CSVFormatOptions} options The formatting options.
 * @return {string} A delimited-value format string.
 */
declare function toCSV(table: Table$1, options?: CSVFormatOptions): string;
/**
 * Options for CSV formatting.
 */
export type CSVFormatOptions = {
    /**
     * The delimiter between values.
     */
    delimiter?: string;
    /**
     * Flag to specify presence of header row.
     * If true, includes a header row with column names.
     * If false, the header is omitted.
     */
    header?: boolean;
    /**
     * The maximum number of rows to print.
     */
    limit?: number;
    /**
     * The row offset indicating how many initial rows to skip.
     */
    offset?: number;
    /**
     * Ordered list
     * of column names to include. If function-valued, the function should
     * accept a table as input and return an array of column name strings.
     */
    columns?: ColumnSelectOptions;
    /**
     * Object of column
     * format options. The object keys should be column names. The object values
     * should be formatting functions to invoke to transform column values prior
     * to output. If specified, these override automatically inferred options.
     */
    format?: {
        [x: string]: (value: any) => any;
    };
};

/**
 * Abstract class for custom aggregation operations.
 */
declare class Reducer {
    constructor(outputs: any);
    _outputs: any;
    size(): any;
    outputs(): any;
    init(columns: any): {};
    add(state: any, row: any, data: any): void;
    rem(state: any, row: any, data: any): void;
    write(state: any, values: any, index: any): void;
}

/**
 * A data table with transformation verbs.
 */
declare class ColumnTable extends Table$1 {
    /**
     * Create a new table with additional columns drawn from one or more input
     * tables. All tables must have the same numer of rows and are reified
     * prior to assignment. In the case of repeated column names, input table
     * columns overwrite existing columns.
     * @param {...(Table|import('./types.js').ColumnData)} tables
     *  The tables to merge with this table.
     * @return {this} A new table with merged columns.
     * @example table.assign(table1, table2)
     */
    assign(...tables: (Table$1 | ColumnData)[]): this;
    /**
     * Count the number of values in a group. This method is a shorthand
     * for *rollup* with a count aggregate function.
     * @param {import('./types.js').CountOptions} [options]
     *  Options for the count.
     * @return {this} A new table with groupby and count columns.
     * @example table.groupby('colA').count()
     * @example table.groupby('colA').count({ as: 'num' })
     */
    count(options?: CountOptions): this;
    /**
     * Derive new column values based on the provided expressions. By default,
     * new columns are added after (higher indices than) existing columns. Use
     * the before or after options to place new columns elsewhere.
     * @param {import('./types.js').ExprObject} values
     *  Object of name-value pairs defining the columns to derive. The input
     *  object should have output column names for keys and table expressions
     *  for values.
     * @param {import('./types.js').DeriveOptions} [options]
     *  Options for dropping or relocating derived columns. Use either a before
     *  or after property to indicate where to place derived columns. Specifying
     *  both before and after is an error. Unlike the *relocate* verb, this
     *  option affects only new columns; updated columns with existing names
     *  are excluded from relocation.
     * @return {this} A new table with derived columns added.
     * @example table.derive({ sumXY: d => d.x + d.y })
     * @example table.derive({ z: d => d.x * d.y }, { before: 'x' })
     */
    derive(values: ExprObject, options?: DeriveOptions): this;
    /**
     * Filter a table to a subset of rows based on the input criteria.
     * The resulting table provides a filtered view over the original data; no
     * data copy is made. To create a table that copies only filtered data to
     * new data structures, call *reify* on the output table.
     * @param {import('./types.js').TableExpr} criteria
     *  Filter criteria as a table expression. Both aggregate and window
     *  functions are permitted, taking into account *groupby* or *orderby*
     *  settings.
     * @return {this} A new table with filtered rows.
     * @example table.filter(d => abs(d.value) < 5)
     */
    filter(criteria: TableExpr): this;
    /**
     * Extract rows with indices from start to end (end not included), where
     * start and end represent per-group ordered row numbers in the table.
     * @param {number} [start] Zero-based index at which to start extraction.
     *  A negative index indicates an offset from the end of the group.
     *  If start is undefined, slice starts from the index 0.
     * @param {number} [end] Zero-based index before which to end extraction.
     *  A negative index indicates an offset from the end of the group.
     *  If end is omitted, slice extracts through the end of the group.
     * @return {this} A new table with sliced rows.
     * @example table.slice(1, -1)
     */
    slice(start?: number, end?: number): this;
    /**
     * Group table rows based on a set of column values.
     * Subsequent operations that are sensitive to grouping (such as
     * aggregate functions) will operate over the grouped rows.
     * To undo grouping, use *ungroup*.
     * @param  {...import('./types.js').ExprList} keys
     *  Key column values to group by. The keys may be specified using column
     *  name strings, column index numbers, value objects with output column
     *  names for keys and table expressions for values, or selection helper
     *  functions.
     * @return {this} A new table with grouped rows.
     * @example table.groupby('colA', 'colB')
     * @example table.groupby({ key: d => d.colA + d.colB })
     */
    groupby(...keys: ExprList[]): this;
    /**
     * Order table rows based on a set of column values. Subsequent operations
     * sensitive to ordering (such as window functions) will operate over sorted
     * values. The resulting table provides an view over the original data,
     * without any copying. To create a table with sorted data copied to new
     * data strucures, call *reify* on the result of this method. To undo
     * ordering, use *unorder*.
     * @param  {...import('./types.js').OrderKeys} keys
     *  Key values to sort by, in precedence order.
     *  By default, sorting is done in ascending order.
     *  To sort in descending order, wrap values using *desc*.
     *  If a string, order by the column with that name.
     *  If a number, order by the column with that index.
     *  If a function, must be a valid table expression; aggregate functions
     *  are permitted, but window functions are not.
     *  If an object, object values must be valid values parameters
     *  with output column names for keys and table expressions
     *  for values (the output names will be ignored).
     *  If an array, array values must be valid key parameters.
     * @return {this} A new ordered table.
     * @example table.orderby('a', desc('b'))
     * @example table.orderby({ a: 'a', b: desc('b') )})
     * @example table.orderby(desc(d => d.a))
     */
    orderby(...keys: OrderKeys[]): this;
    /**
     * Relocate a subset of columns to change their positions, also
     * potentially renaming them.
     * @param {import('./types.js').Select} columns
     *  An ordered selection of columns to relocate.
     *  The input may consist of column name strings, column integer indices,
     *  rename objects with current column names as keys and new column names
     *  as values, or functions that take a table as input and returns a valid
     *  selection parameter (typically the output of selection helper functions
     *  such as *all*, *not*, or *range*).
     * @param {import('./types.js').RelocateOptions} options
     *  Options for relocating. Must include either the before or after property
     *  to indicate where to place the relocated columns. Specifying both before
     *  and after is an error.
     * @return {this} A new table with relocated columns.
     * @example table.relocate(['colY', 'colZ'], { after: 'colX' })
     * @example table.relocate(not('colB', 'colC'), { before: 'colA' })
     * @example table.relocate({ colA: 'newA', colB: 'newB' }, { after: 'colC' })
     */
    relocate(columns: Select, options: RelocateOptions): this;
    /**
     * Rename one or more columns, preserving column order.
     * @param {...import('./types.js').Select} columns
     *  One or more rename objects with current column names as keys and new
     *  column names as values.
     * @return {this} A new table with renamed columns.
     * @example table.rename({ oldName: 'newName' })
     * @example table.rename({ a: 'a2', b: 'b2' })
     */
    rename(...columns: Select[]): this;
    /**
     * Reduce a table, processing all rows to produce a new table.
     * To produce standard aggregate summaries, use the rollup verb.
     * This method allows the use of custom reducer implementations,
     * for example to produce multiple rows for an aggregate.
     * @param {import('../verbs/reduce/reducer.js').Reducer} reducer
     *  The reducer to apply.
     * @return {this} A new table of reducer outputs.
     */
    reduce(reducer: Reducer): this;
    /**
     * Rollup a table to produce an aggregate summary.
     * Often used in conjunction with *groupby*.
     * To produce counts only, *count* is a shortcut.
     * @param {import('./types.js').ExprObject} [values]
     *  Object of name-value pairs defining aggregate output columns. The input
     *  object should have output column names for keys and table expressions
     *  for values. The expressions must be valid aggregate expressions: window
     *  functions are not allowed and column references must be arguments to
     *  aggregate functions.
     * @return {this} A new table of aggregate summary values.
     * @example table.groupby('colA').rollup({ mean: d => mean(d.colB) })
     * @example table.groupby('colA').rollup({ mean: op.median('colB') })
     */
    rollup(values?: ExprObject): this;
    /**
     * Generate a table from a random sample of rows.
     * If the table is grouped, performs a stratified sample by
     * sampling from each group separately.
     * @param {number | import('./types.js').TableExpr} size
     *  The number of samples to draw per group.
     *  If number-valued, the same sample size is used for each group.
     *  If function-valued, the input should be an aggregate table
     *  expression compatible with *rollup*.
     * @param {import('./types.js').SampleOptions} [options]
     *  Options for sampling.
     * @return {this} A new table with sampled rows.
     * @example table.sample(50)
     * @example table.sample(100, { replace: true })
     * @example table.groupby('colA').sample(() => op.floor(0.5 * op.count()))
     */
    sample(size: number | TableExpr, options?: SampleOptions): this;
    /**
     * Select a subset of columns into a new table, potentially renaming them.
     * @param {...import('./types.js').Select} columns
     *  An ordered selection of columns.
     *  The input may consist of column name strings, column integer indices,
     *  rename objects with current column names as keys and new column names
     *  as values, or functions that take a table as input and returns a valid
     *  selection parameter (typically the output of selection helper functions
     *  such as *all*, *not*, or *range*.).
     * @return {this} A new table of selected columns.
     * @example table.select('colA', 'colB')
     * @example table.select(not('colB', 'colC'))
     * @example table.select({ colA: 'newA', colB: 'newB' })
     */
    select(...columns: Select[]): this;
    /**
     * Ungroup a table, removing any grouping criteria.
     * Undoes the effects of *groupby*.
     * @return {this} A new ungrouped table, or this table if not grouped.
     * @example table.ungroup()
     */
    ungroup(): this;
    /**
     * Unorder a table, removing any sorting criteria.
     * Undoes the effects of *orderby*.
     * @return {this} A new unordered table, or this table if not ordered.
     * @example table.unorder()
     */
    unorder(): this;
    /**
     * De-duplicate table rows by removing repeated row values.
     * @param {...import('./types.js').ExprList} keys
     *  Key columns to check for duplicates.
     *  Two rows are considered duplicates if they have matching values for
     *  all keys. If keys are unspecified, all columns are used.
     *  The keys may be specified using column name strings, column index
     *  numbers, value objects with output column names for keys and table
     *  expressions for values, or selection helper functions.
     * @return {this} A new de-duplicated table.
     * @example table.dedupe()
     * @example table.dedupe('a', 'b')
     * @example table.dedupe({ abs: d => op.abs(d.a) })
     */
    dedupe(...keys: ExprList[]): this;
    /**
     * Impute missing values or rows. Accepts a set of column-expression pairs
     * and evaluates the expressions to replace any missing (null, undefined,
     * or NaN) values in the original column.
     * If the expand option is specified, imputes new rows for missing
     * combinations of values. All combinations of key values (a full cross
     * product) are considered for each level of grouping (specified by
     * *groupby*). New rows will be added for any combination
     * of key and groupby values not already contained in the table. For all
     * non-key and non-group columns the new rows are populated with imputation
     * values (first argument) if specified, otherwise undefined.
     * If the expand option is specified, any filter or orderby settings are
     * removed from the output table, but groupby settings persist.
     * @param {import('./types.js').ExprObject} values
     *  Object of name-value pairs for the column values to impute. The input
     *  object should have existing column names for keys and table expressions
     *  for values. The expressions will be evaluated to determine replacements
     *  for any missing values.
     * @param {import('./types.js').ImputeOptions} [options] Imputation options.
     *  The expand property specifies a set of column values to consider for
     *  imputing missing rows. All combinations of expanded values are
     *  considered, and new rows are added for each combination that does not
     *  appear in the input table.
     * @return {this} A new table with imputed values and/or rows.
     * @example table.impute({ v: () => 0 })
     * @example table.impute({ v: d => op.mean(d.v) })
     * @example table.impute({ v: () => 0 }, { expand: ['x', 'y'] })
     */
    impute(values: ExprObject, options?: ImputeOptions): this;
    /**
     * Fold one or more columns into two key-value pair columns.
     * The fold transform is an inverse of the *pivot* transform.
     * The resulting table has two new columns, one containing the column
     * names (named "key") and the other the column values (named "value").
     * The number of output rows equals the original row count multiplied
     * by the number of folded columns.
     * @param {import('./types.js').ExprList} values The columns to fold.
     *  The columns may be specified using column name strings, column index
     *  numbers, value objects with output column names for keys and table
     *  expressions for values, or selection helper functions.
     * @param {import('./types.js').FoldOptions} [options] Options for folding.
     * @return {this} A new folded table.
     * @example table.fold('colA')
     * @example table.fold(['colA', 'colB'])
     * @example table.fold(range(5, 8))
     */
    fold(values: ExprList, options?: FoldOptions): this;
    /**
     * Pivot columns into a cross-tabulation.
     * The pivot transform is an inverse of the *fold* transform.
     * The resulting table has new columns for each unique combination
     * of the provided *keys*, populated with the provided *values*.
     * The provided *values* must be aggregates, as a single set of keys may
     * include more than one row. If string-valued, the *any* aggregate is used.
     * If only one *values* column is defined, the new pivoted columns will
     * be named using key values directly. Otherwise, input value column names
     * will be included as a component of the output column names.
     * @param {import('./types.js').ExprList} keys
     *  Key values to map to new column names. The keys may be specified using
     *  column name strings, column index numbers, value objects with output
     *  column names for keys and table expressions for values, or selection
     *  helper functions.
     * @param {import('./types.js').ExprList} values Output values for pivoted
     *  columns. Column references will be wrapped in an *any* aggregate. If
     *  object-valued, the input object should have output value names for keys
     *  and aggregate table expressions for values.
     * @param {import('./types.js').PivotOptions} [options]
     *  Options for pivoting.
     * @return {this} A new pivoted table.
     * @example table.pivot('key', 'value')
     * @example table.pivot(['keyA', 'keyB'], ['valueA', 'valueB'])
     * @example table.pivot({ key: d => d.key }, { value: d => op.sum(d.value) })
     */
    pivot(keys: ExprList, values: ExprList, options?: PivotOptions): this;
    /**
     * Spread array elements into a set of new columns.
     * Output columns are named based on the value key and array index.
     * @param {import('./types.js').ExprList} values
     *  The column values to spread. The values may be specified using column
     *  name strings, column index numbers, value objects with output column
     *  names for keys and table expressions for values, or selection helper
     *  functions.
     * @param {import('./types.js').SpreadOptions } [options]
     *  Options for spreading.
     * @return {this} A new table with the spread columns added.
     * @example table.spread({ a: d => op.split(d.text, '') })
     * @example table.spread('arrayCol', { limit: 100 })
     */
    spread(values: ExprList, options?: SpreadOptions): this;
    /**
     * Unroll one or more array-valued columns into new rows.
     * If more than one array value is used, the number of new rows
     * is the smaller of the limit and the largest length.
     * Values for all other columns are copied over.
     * @param {import('./types.js').ExprList} values
     *  The column values to unroll. The values may be specified using column
     *  name strings, column index numbers, value objects with output column
     *  names for keys and table expressions for values, or selection helper
     *  functions.
     * @param {import('./types.js').UnrollOptions} [options]
     *  Options for unrolling.
     * @return {this} A new unrolled table.
     * @example table.unroll('colA', { limit: 1000 })
     */
    unroll(values: ExprList, options?: UnrollOptions): this;
    /**
     * Lookup values from a secondary table and add them as new columns.
     * A lookup occurs upon matching key values for rows in both tables.
     * If the secondary table has multiple rows with the same key, only
     * the last observed instance will be considered in the lookup.
     * Lookup is similar to *join_left*, but with a simpler
     * syntax and the added constraint of allowing at most one match only.
     * @param {import('./types.js').TableRef} other
     *  The secondary table to look up values from.
     * @param {import('./types.js').JoinKeys} [on]
     *  Lookup keys (column name strings or table expressions) for this table
     *  and the secondary table, respectively. If unspecified, the values of
     *  all columns with matching names are compared.
     * @param {...import('./types.js').ExprList} [values]
     *  The column values to add from the secondary table. Can be column name
     *  strings or objects with column names as keys and table expressions as
     *  values. If unspecified, includes all columns from the secondary table
     *  whose names do no match any column in the primary table.
     * @return {this} A new table with lookup values added.
     * @example table.lookup(other, ['key1', 'key2'], 'value1', 'value2')
     */
    lookup(other: TableRef, on?: JoinKeys, ...values?: ExprList[]): this;
    /**
     * Join two tables, extending the columns of one table with
     * values from the other table. The current table is considered
     * the "left" table in the join, and the new table input is
     * considered the "right" table in the join. By default an inner
     * join is performed, removing all rows that do not match the
     * join criteria. To perform left, right, or full outer joins, use
     * the *join_left*, *join_right*, or *join_full* methods, or provide
     * an options argument.
     * @param {import('./types.js').TableRef} other
     *  The other (right) table to join with.
     * @param {import('./types.js').JoinPredicate} [on]
     *  The join criteria for matching table rows. If unspecified, the values of
     *  all columns with matching names are compared.
     *  If array-valued, a two-element array should be provided, containing
     *  the columns to compare for the left and right tables, respectively.
     *  If a one-element array or a string value is provided, the same
     *  column names will be drawn from both tables.
     *  If function-valued, should be a two-table table expression that
     *  returns a boolean value. When providing a custom predicate, note that
     *  join key values can be arrays or objects, and that normal join
     *  semantics do not consider null or undefined values to be equal (that is,
     *  null !== null). Use the op.equal function to handle these cases.
     * @param {import('./types.js').JoinValues} [values]
     *  The columns to include in the join output.
     *  If unspecified, all columns from both tables are included; paired
     *  join keys sharing the same column name are included only once.
     *  If array-valued, a two element array should be provided, containing
     *  the columns to include for the left and right tables, respectively.
     *  Array input may consist of column name strings, objects with output
     *  names as keys and single-table table expressions as values, or the
     *  selection helper functions *all*, *not*, or *range*.
     *  If object-valued, specifies the key-value pairs for each output,
     *  defined using two-table table expressions.
     * @param {import('./types.js').JoinOptions} [options]
     *  Options for the join.
     * @return {this} A new joined table.
     * @example table.join(other, ['keyL', 'keyR'])
     * @example table.join(other, (a, b) => op.equal(a.keyL, b.keyR))
     */
    join(other: TableRef, on?: JoinPredicate, values?: JoinValues, options?: JoinOptions): this;
    /**
     * Perform a left outer join on two tables. Rows in the left table
     * that do not match a row in the right table will be preserved.
     * This is a convenience method with fixed options for *join*.
     * @param {import('./types.js').TableRef} other
     *  The other (right) table to join with.
     * @param {import('./types.js').JoinPredicate} [on]
     *  The join criteria for matching table rows.
     *  If unspecified, the values of all columns with matching names
     *  are compared.
     *  If array-valued, a two-element array should be provided, containing
     *  the columns to compare for the left and right tables, respectively.
     *  If a one-element array or a string value is provided, the same
     *  column names will be drawn from both tables.
     *  If function-valued, should be a two-table table expression that
     *  returns a boolean value. When providing a custom predicate, note that
     *  join key values can be arrays or objects, and that normal join
     *  semantics do not consider null or undefined values to be equal (that is,
     *  null !== null). Use the op.equal function to handle these cases.
     * @param {import('./types.js').JoinValues} [values]
     *  he columns to include in the join output.
     *  If unspecified, all columns from both tables are included; paired
     *  join keys sharing the same column name are included only once.
     *  If array-valued, a two element array should be provided, containing
     *  the columns to include for the left and right tables, respectively.
     *  Array input may consist of column name strings, objects with output
     *  names as keys and single-table table expressions as values, or the
     *  selection helper functions *all*, *not*, or *range*.
     *  If object-valued, specifies the key-value pairs for each output,
     *  defined using two-table table expressions.
     * @param {import('./types.js').JoinOptions} [options]
     *  Options for the join. With this method, any options will be
     *  overridden with `{left: true, right: false}`.
     * @return {this} A new joined table.
     * @example table.join_left(other, ['keyL', 'keyR'])
     * @example table.join_left(other, (a, b) => op.equal(a.keyL, b.keyR))
     */
    join_left(other: TableRef, on?: JoinPredicate, values?: JoinValues, options?: JoinOptions): this;
    /**
     * Perform a right outer join on two tables. Rows in the right table
     * that do not match a row in the left table will be preserved.
     * This is a convenience method with fixed options for *join*.
     * @param {import('./types.js').TableRef} other
     *  The other (right) table to join with.
     * @param {import('./types.js').JoinPredicate} [on]
     *  The join criteria for matching table rows.
     *  If unspecified, the values of all columns with matching names
     *  are compared.
     *  If array-valued, a two-element array should be provided, containing
     *  the columns to compare for the left and right tables, respectively.
     *  If a one-element array or a string value is provided, the same
     *  column names will be drawn from both tables.
     *  If function-valued, should be a two-table table expression that
     *  returns a boolean value. When providing a custom predicate, note that
     *  join key values can be arrays or objects, and that normal join
     *  semantics do not consider null or undefined values to be equal (that is,
     *  null !== null). Use the op.equal function to handle these cases.
     * @param {import('./types.js').JoinValues} [values]
     *  The columns to include in the join output.
     *  If unspecified, all columns from both tables are included; paired
     *  join keys sharing the same column name are included only once.
     *  If array-valued, a two element array should be provided, containing
     *  the columns to include for the left and right tables, respectively.
     *  Array input may consist of column name strings, objects with output
     *  names as keys and single-table table expressions as values, or the
     *  selection helper functions *all*, *not*, or *range*.
     *  If object-valued, specifies the key-value pairs for each output,
     *  defined using two-table table expressions.
     * @param {import('./types.js').JoinOptions} [options]
     *  Options for the join. With this method, any options will be overridden
     *  with `{left: false, right: true}`.
     * @return {this} A new joined table.
     * @example table.join_right(other, ['keyL', 'keyR'])
     * @example table.join_right(other, (a, b) => op.equal(a.keyL, b.keyR))
     */
    join_right(other: TableRef, on?: JoinPredicate, values?: JoinValues, options?: JoinOptions): this;
    /**
     * Perform a full outer join on two tables. Rows in either the left or
     * right table that do not match a row in the other will be preserved.
     * This is a convenience method with fixed options for *join*.
     * @param {import('./types.js').TableRef} other
     *  The other (right) table to join with.
     * @param {import('./types.js').JoinPredicate} [on]
     *  The join criteria for matching table rows.
     *  If unspecified, the values of all columns with matching names
     *  are compared.
     *  If array-valued, a two-element array should be provided, containing
     *  the columns to compare for the left and right tables, respectively.
     *  If a one-element array or a string value is provided, the same
     *  column names will be drawn from both tables.
     *  If function-valued, should be a two-table table expression that
     *  returns a boolean value. When providing a custom predicate, note that
     *  join key values can be arrays or objects, and that normal join
     *  semantics do not consider null or undefined values to be equal (that is,
     *  null !== null). Use the op.equal function to handle these cases.
     * @param {import('./types.js').JoinValues} [values]
     *  The columns to include in the join output.
     *  If unspecified, all columns from both tables are included; paired
     *  join keys sharing the same column name are included only once.
     *  If array-valued, a two element array should be provided, containing
     *  the columns to include for the left and right tables, respectively.
     *  Array input may consist of column name strings, objects with output
     *  names as keys and single-table table expressions as values, or the
     *  selection helper functions *all*, *not*, or *range*.
     *  If object-valued, specifies the key-value pairs for each output,
     *  defined using two-table table expressions.
     * @param {import('./types.js').JoinOptions} [options]
     *  Options for the join. With this method, any options will be overridden
     *  with `{left: true, right: true}`.
     * @return {this} A new joined table.
     * @example table.join_full(other, ['keyL', 'keyR'])
     * @example table.join_full(other, (a, b) => op.equal(a.keyL, b.keyR))
     */
    join_full(other: TableRef, on?: JoinPredicate, values?: JoinValues, options?: JoinOptions): this;
    /**
     * Produce the Cartesian cross product of two tables. The output table
     * has one row for every pair of input table rows. Beware that outputs
     * may be quite large, as the number of output rows is the product of
     * the input row counts.
     * This is a convenience method for *join* in which the
     * join criteria is always true.
     * @param {import('./types.js').TableRef} other
     *  The other (right) table to join with.
     * @param {import('./types.js').JoinValues} [values]
     *  The columns to include in the output.
     *  If unspecified, all columns from both tables are included.
     *  If array-valued, a two element array should be provided, containing
     *  the columns to include for the left and right tables, respectively.
     *  Array input may consist of column name strings, objects with output
     *  names as keys and single-table table expressions as values, or the
     *  selection helper functions *all*, *not*, or *range*.
     *  If object-valued, specifies the key-value pairs for each output,
     *  defined using two-table table expressions.
     * @param {import('./types.js').JoinOptions} [options]
     *  Options for the join.
     * @return {this} A new joined table.
     * @example table.cross(other)
     * @example table.cross(other, [['leftKey', 'leftVal'], ['rightVal']])
     */
    cross(other: TableRef, values?: JoinValues, options?: JoinOptions): this;
    /**
     * Perform a semi-join, filtering the left table to only rows that
     * match a row in the right table.
     * @param {import('./types.js').TableRef} other
     *  The other (right) table to join with.
     * @param {import('./types.js').JoinPredicate} [on]
     *  The join criteria for matching table rows.
     *  If unspecified, the values of all columns with matching names
     *  are compared.
     *  If array-valued, a two-element array should be provided, containing
     *  the columns to compare for the left and right tables, respectively.
     *  If a one-element array or a string value is provided, the same
     *  column names will be drawn from both tables.
     *  If function-valued, should be a two-table table expression that
     *  returns a boolean value. When providing a custom predicate, note that
     *  join key values can be arrays or objects, and that normal join
     *  semantics do not consider null or undefined values to be equal (that is,
     *  null !== null). Use the op.equal function to handle these cases.
     * @return {this} A new filtered table.
     * @example table.semijoin(other)
     * @example table.semijoin(other, ['keyL', 'keyR'])
     * @example table.semijoin(other, (a, b) => op.equal(a.keyL, b.keyR))
     */
    semijoin(other: TableRef, on?: JoinPredicate): this;
    /**
     * Perform an anti-join, filtering the left table to only rows that
     * do *not* match a row in the right table.
     * @param {import('./types.js').TableRef} other
     *  The other (right) table to join with.
     * @param {import('./types.js').JoinPredicate} [on]
     *  The join criteria for matching table rows.
     *  If unspecified, the values of all columns with matching names
     *  are compared.
     *  If array-valued, a two-element array should be provided, containing
     *  the columns to compare for the left and right tables, respectively.
     *  If a one-element array or a string value is provided, the same
     *  column names will be drawn from both tables.
     *  If function-valued, should be a two-table table expression that
     *  returns a boolean value. When providing a custom predicate, note that
     *  join key values can be arrays or objects, and that normal join
     *  semantics do not consider null or undefined values to be equal (that is,
     *  null !== null). Use the op.equal function to handle these cases.
     * @return {this} A new filtered table.
     * @example table.antijoin(other)
     * @example table.antijoin(other, ['keyL', 'keyR'])
     * @example table.antijoin(other, (a, b) => op.equal(a.keyL, b.keyR))
     */
    antijoin(other: TableRef, on?: JoinPredicate): this;
    /**
     * Concatenate multiple tables into a single table, preserving all rows.
     * This transformation mirrors the UNION_ALL operation in SQL.
     * Only named columns in this table are included in the output.
     * @param  {...import('./types.js').TableRefList} tables
     *  A list of tables to concatenate.
     * @return {this} A new concatenated table.
     * @example table.concat(other)
     * @example table.concat(other1, other2)
     * @example table.concat([other1, other2])
     */
    concat(...tables: TableRefList[]): this;
    /**
     * Union multiple tables into a single table, deduplicating all rows.
     * This transformation mirrors the UNION operation in SQL. It is
     * similar to *concat* but suppresses duplicate rows with
     * values identical to another row.
     * Only named columns in this table are included in the output.
     * @param  {...import('./types.js').TableRefList} tables
     *  A list of tables to union.
     * @return {this} A new unioned table.
     * @example table.union(other)
     * @example table.union(other1, other2)
     * @example table.union([other1, other2])
     */
    union(...tables: TableRefList[]): this;
    /**
     * Intersect multiple tables, keeping only rows whose with identical
     * values for all columns in all tables, and deduplicates the rows.
     * This transformation is similar to a series of *semijoin*.
     * calls, but additionally suppresses duplicate rows.
     * @param  {...import('./types.js').TableRefList} tables
     *  A list of tables to intersect.
     * @return {this} A new filtered table.
     * @example table.intersect(other)
     * @example table.intersect(other1, other2)
     * @example table.intersect([other1, other2])
     */
    intersect(...tables: TableRefList[]): this;
    /**
     * Compute the set difference with multiple tables, keeping only rows in
     * this table that whose values do not occur in the other tables.
     * This transformation is similar to a series of *anitjoin*
     * calls, but additionally suppresses duplicate rows.
     * @param  {...import('./types.js').TableRefList} tables
     *  A list of tables to difference.
     * @return {this} A new filtered table.
     * @example table.except(other)
     * @example table.except(other1, other2)
     * @example table.except([other1, other2])
     */
    except(...tables: TableRefList[]): this;
    /**
     * Format this table as a Flechette Arrow table.
     * @param {import('../format/types.js').ArrowFormatOptions} [options]
     *  The Arrow formatting options.
     * @return {import('@uwdata/flechette').Table} A Flechette Arrow table.
     */
    toArrow(options?: ArrowFormatOptions): Table;
    /**
     * Format this table as binary data in the Apache Arrow IPC format.
     * @param {import('../format/types.js').ArrowIPCFormatOptions} [options]
     *  The Arrow IPC formatting options.
     * @return {Uint8Array} A new Uint8Array of Arrow-encoded binary data.
     */
    toArrowIPC(options?: ArrowIPCFormatOptions): Uint8Array;
    /**
     * Format this table as a comma-separated values (CSV) string. Other
     * delimiters, such as tabs or pipes ('|'), can be specified using
     * the options argument.
     * @param {import('../format/to-csv.js').CSVFormatOptions} [options]
     *   The CSV formatting options.
     * @return {string} A delimited value string.
     */
    toCSV(options?: CSVFormatOptions): string;
    /**
     * Format this table as an HTML table string.
     * @param {import('../format/to-html.js').HTMLFormatOptions} [options]
     *  The HTML formatting options.
     * @return {string} An HTML table string.
     */
    toHTML(options?: HTMLFormatOptions): string;
    /**
     * Format this table as a JavaScript Object Notation (JSON) string.
     * @param {import('../format/to-json.js').JSONFormatOptions} [options]
     *  The JSON formatting options.
     * @return {string} A JSON string.
     */
    toJSON(options?: JSONFormatOptions): string;
    /**
     * Format this table as a GitHub-Flavored Markdown table string.
     * @param {import('../format/to-markdown.js').MarkdownFormatOptions} [options]
     *  The Markdown formatting options.
     * @return {string} A GitHub-Flavored Markdown table string.
     */
    toMarkdown(options?: MarkdownFormatOptions): string;
}

declare function parse(input: any, opt?: {}): {
    names: any[];
    exprs: any[];
    ops?: undefined;
} | {
    names: any[];
    exprs: any[];
    ops: any[];
};

declare function walk(node: any, ctx: any, visitors: any, parent: any): void;

/**
 * Set a seed value for random number generation.
 * If the seed is a valid number, a 32-bit linear congruential generator
 * with the given seed will be used to generate random values.
 * If the seed is null, undefined, or not a valid number, the random
 * number generator will revert to Math.random.
 * @param {number} seed The random seed value. Should either be an
 *  integer or a fraction between 0 and 1.
 */
declare function seed(seed: number): void;

/**
 * Create an Apache Arrow table for an input table.
 * @param {import('../table/Table.js').Table} table
 *  An input Arquero table to convert to Arrow format.
 * @param {import('./types.js').ArrowFormatOptions} [options]
 *  Encoding options, including column data types.
 * @return {import('@uwdata/flechette').Table} An Arrow Table instance.
 */
declare function toArrow(table: Table$1, options?: ArrowFormatOptions): Table;

/**
 * Format a table as binary data in the Apache Arrow IPC format.
 * @param {import('../table/Table.js').Table} data The table data
 * @param {import('./types.js').ArrowIPCFormatOptions} [options]
 *  The Arrow IPC formatting options. Set the *format* option to `'stream'`
 *  or `'file'` to specify the IPC format.
 * @return {Uint8Array} A new Uint8Array of Arrow-encoded binary data.
 */
declare function toArrowIPC(data: Table$1, options?: ArrowIPCFormatOptions): Uint8Array;

/**
 * Options for binning number values.
 * @typedef {object} BinOptions
 * @property {number} [maxbins] The maximum number of bins.
 * @property {number} [minstep] The minimum step size between bins.
 * @property {number} [step] The exact step size to use between bins.
 *  If specified, the maxbins and minstep options are ignored.
 * @property {boolean} [nice=true] Flag indicating if bins should
 *  snap to "nice" human-friendly values such as multiples of ten.
 * @property {number} [offset=0] Step offset for bin boundaries.
 *  The default floors to the lower bin boundary. A value of 1 snaps
 *  one step higher to the upper bin boundary, and so on.
 */
/**
 * Generate a table expression that performs uniform binning of
 * number values. The resulting string can be used as part of the
 * input to table transformation verbs.
 * @param {string} name The name of the column to bin.
 * @param {BinOptions} [options] Binning scheme options.
 * @return {string} A table expression string for binned values.
 * @example bin('colA', { maxbins: 20 })
 */
declare function bin$1(name: string, options?: BinOptions): string;
/**
 * Options for binning number values.
 */
export type BinOptions = {
    /**
     * The maximum number of bins.
     */
    maxbins?: number;
    /**
     * The minimum step size between bins.
     */
    minstep?: number;
    /**
     * The exact step size to use between bins.
     * If specified, the maxbins and minstep options are ignored.
     */
    step?: number;
    /**
     * Flag indicating if bins should
     * snap to "nice" human-friendly values such as multiples of ten.
     */
    nice?: boolean;
    /**
     * Step offset for bin boundaries.
     * The default floors to the lower bin boundary. A value of 1 snaps
     * one step higher to the upper bin boundary, and so on.
     */
    offset?: number;
};

/**
 * Escape a function or value to prevent it from being parsed and recompiled.
 * This helper can be used in lieu of single-table table expressions (which
 * are internally parsed and rewritten) to apply a JavaScript function as-is,
 * including support for closures. It can also be used to pass a constant,
 * literal value as a table expression, bypassing the parser.
 * @param {*} value A function or value to escape.
 * @return {object} A wrapper object representing the escaped value.
 * @example escape(d => d.a.toFixed(2))
 * @example escape(d => d.a * -d.b)
 */
declare function escape(value: any): object;

/**
 * Annotate a table expression with collation metadata, indicating how
 * expression values should be compared and sorted. The orderby verb uses
 * collation metadata to determine sort order. The collation information can
 * either take the form a standard two-argument comparator function, or as
 * locale and option arguments compatible with `Intl.Collator`.
 * @param {string|Function|object} expr The table expression to annotate
 *  with collation metadata.
 * @param {Intl.LocalesArgument | ((a: any, b: any) => number)} comparator
 *  A comparator function or the locale(s) to collate by.
 * @param {Intl.CollatorOptions} [options] Collation options, applicable
 *  with locales only.
 * @return {object} A wrapper object representing the collated value.
 * @example orderby(collate('colA', 'de'))
 */
declare function collate(expr: string | Function | object, comparator: Intl.LocalesArgument | ((a: any, b: any) => number), options?: Intl.CollatorOptions): object;

/**
 * Annotate a table expression to indicate descending sort order.
 * @param {string|Function|object} expr The table expression to annotate.
 * @return {object} A wrapped expression indicating descending sort.
 * @example desc('colA')
 * @example desc(d => d.colA)
 */
declare function desc(expr: string | Function | object): object;

/**
 * Annotate an expression to indicate it is a string field reference.
 * @param {string|object} expr The column name, or an existing wrapped
 *  expression for a column name.
 * @param {string} [name] The column name to use. If provided, will
 *  overwrite the input expression value.
 * @param {number} [table=0] The table index of the field, in case of
 *  expressions over multiple tables.
 * @return A wrapped expression for a named column.
 * @example field('colA')
 */
declare function field(expr: string | object, name?: string, table?: number): any;

/**
 * Generate a table expression that computes the number of rows
 * corresponding to a given fraction for each group. The resulting
 * string can be used as part of the input to the sample verb.
 * @param {number} fraction The fractional value.
 * @return {string} A table expression string for computing row counts.
 * @example frac(0.5)
 */
declare function frac(fraction: number): string;

/**
 * Select columns by index and rename them to the provided names. Returns a
 * selection helper function that takes a table as input and produces a
 * rename map as output. If the number of provided names is less than the
 * number of table columns, the rename map will only include entries for the
 * provided names. If the number of table columns is less than then number of
 * provided names, only the rename map will only include entries that cover
 * the existing columns.
 * @param {...(string|string[])} names An ordered list of column names.
 * @return {Function} Selection function compatible with {@link Table#select}.
 * @example table.rename(aq.names('a', 'b', 'c'))
 * @example table.select(aq.names(['a', 'b', 'c']))
 */
declare function names(...names: (string | string[])[]): Function;

/**
 * Annotate a table expression to compute rolling aggregate or window
 * functions within a sliding window frame. For example, to specify a
 * rolling 7-day average centered on the current day, use rolling with
 * a frame value of [-3, 3].
 * @param {string|Function|object} expr The table expression to annotate.
 * @param {[number?, number?]} [frame=[-Infinity, 0]] The sliding window frame
 *  offsets. Each entry indicates an offset from the current value. If an
 *  entry is non-finite, the frame will be unbounded in that direction,
 *  including all preceding or following values. If unspecified, the frame
 *  will include the current values and all preceding values.
 * @param {boolean} [includePeers=false] Indicates if the sliding window frame
 *  should ignore peer (tied) values. If false (the default), the window frame
 *  boundaries are insensitive to peer values. If `true`, the window frame
 *  expands to include all peers. This parameter only affects operations that
 *  depend on the window frame: aggregate functions and the first_value,
 *  last_value, and nth_value window functions.
 * @return A new wrapped expression annotated with rolling window parameters.
 * @example rolling(d => mean(d.colA), [-3, 3])
 * @example rolling(d => last_value(d.colA), null, true)
 */
declare function rolling(expr: string | Function | object, frame?: [number?, number?], includePeers?: boolean): any;

/**
 * Convenience function for computing a single aggregate value for
 * a table. Equivalent to ungrouping a table, applying a rollup verb
 * for a single aggregate, and extracting the resulting value.
 * @param {import('../../table/Table.js').Table} table A table instance.
 * @param {import('../../table/types.js').TableExpr} expr An
 *   aggregate table expression to evaluate.
 * @return {import('../../table/types.js').DataValue} The aggregate value.
 * @example agg(table, op.max('colA'))
 * @example agg(table, d => [op.min('colA'), op.max('colA')])
 */
declare function agg(table: Table$1, expr: TableExpr): DataValue;

/**
 * Returns an array containing an arithmetic sequence from the start value
 * to the stop value, in step increments. If step is positive, the last
 * element is the largest start + i * step less than stop; if step is
 * negative, the last element is the smallest start + i * step greater
 * than stop. If the returned array would contain an infinite number of
 * values, an empty range is returned.
 * @param {number} [start=0] The starting value of the sequence.
 * @param {number} [stop] The stopping value of the sequence.
 *  The stop value is exclusive; it is not included in the result.
 * @param {number} [step=1] The step increment between sequence values.
 * @return {number[]} The generated sequence.
 */
export declare function sequence(start?: number, stop?: number, step?: number, ...args: any[]): number[];

/**
 * Recodes an input value to an alternative value, based on a provided
 * value map. If a fallback value is specified, it will be returned when
 * a matching value is not found in the map; otherwise, the input value
 * is returned unchanged.
 * @template T
 * @param {T} value The value to recode. The value must be safely
 *  coercible to a string for lookup against the value map.
 * @param {Map|Record<string,any>} map An object or Map with input values
 *  for keys and output recoded values as values. If a non-Map object, only
 *  the object's own properties will be considered.
 * @param {T} [fallback] A default fallback value to use if the input
 *  value is not found in the value map.
 * @return {T} The recoded value.
 */
export declare function recode<T>(value: T, map: Map<any, any> | Record<string, any>, fallback?: T): T;

/**
 * Compare two values for equality, using join semantics in which null
 * !== null. If the inputs are object-valued, a deep equality check
 * of array entries or object key-value pairs is performed.
 * @param {*} a The first input.
 * @param {*} b The second input.
 * @return {boolean} True if equal, false if not.
 */
export declare function equal(a: any, b: any): boolean;

/**
 * Truncate a value to a bin boundary.
 * Useful for creating equal-width histograms.
 * Values outside the [min, max] range will be mapped to
 * -Infinity (< min) or +Infinity (> max).
 * @param {number} value The value to bin.
 * @param {number} min The minimum bin boundary.
 * @param {number} max The maximum bin boundary.
 * @param {number} step The step size between bin boundaries.
 * @param {number} [offset=0] Offset in steps by which to adjust
 *  the bin value. An offset of 1 will return the next boundary.
 */
declare function bin(value: number, min: number, max: number, step: number, offset?: number): number;

export declare class Op {
    constructor(name: any, fields: any, params: any);
    name: any;
    fields: any;
    params: any;
    toString(): string;
    toObject(): {
        expr: string;
        func: boolean;
    };
}
/**
 * @typedef {import('../table/types.js').Struct} Struct
 */
/**
 * All table expression operations including normal functions,
 * aggregate functions, and window functions.
 */
declare const opApi: {
    /**
     * Generate an object representing the current table row.
     * @param {...string} names The column names to include in the object.
     *  If unspecified, all columns are included.
     * @return {Struct} The generated row object.
     */
    row_object: (...names: string[]) => Struct;
    /**
     * Aggregate function to count the number of records (rows).
     * @returns {number} The count of records.
     */
    count: () => Op;
    /**
     * Aggregate function returning an arbitrary observed value.
     * @template T
     * @param {T} field The data field.
     * @return {T} An arbitrary observed value.
     */
    any: (field: any) => Op;
    /**
     * Aggregate function to collect an array of values.
     * @template T
     * @param {T} field The data field.
     * @return {Array<T>} A list of values.
     */
    array_agg: (field: any) => Op;
    /**
     * Aggregate function to collect an array of distinct (unique) values.
     * @template T
     * @param {T} field The data field.
     * @return {Array<T>} An array of unique values.
     */
    array_agg_distinct: (field: any) => Op;
    /**
     * Aggregate function to create an object given input key and value fields.
     * @template K, V
     * @param {K} key The object key field.
     * @param {V} value The object value field.
     * @return {Record<K, V>} An object of key-value pairs.
     */
    object_agg: (key: any, value: any) => Op;
    /**
     * Aggregate function to create a Map given input key and value fields.
     * @template K, V
     * @param {K} key The object key field.
     * @param {V} value The object value field.
     * @return {Map<K, V>} A Map of key-value pairs.
     */
    map_agg: (key: any, value: any) => Op;
    /**
     * Aggregate function to create an array in the style of Object.entries()
     * given input key and value fields.
     * @template K, V
     * @param {K} key The object key field.
     * @param {V} value The object value field.
     * @return {[K, V][]} An array of [key, value] arrays.
     */
    entries_agg: (key: any, value: any) => Op;
    /**
     * Aggregate function to count the number of valid values.
     * Invalid values are null, undefined, or NaN.
     * @param {*} field The data field.
     * @return {number} The count of valid values.
     */
    valid: (field: any) => number;
    /**
     * Aggregate function to count the number of invalid values.
     * Invalid values are null, undefined, or NaN.
     * @param {*} field The data field.
     * @return {number} The count of invalid values.
     */
    invalid: (field: any) => number;
    /**
     * Aggregate function to count the number of distinct values.
     * @param {*} field The data field.
     * @return {number} The count of distinct values.
     */
    distinct: (field: any) => number;
    /**
     * Aggregate function to determine the mode (most frequent) value.
     * @template T
     * @param {T} field The data field.
     * @return {T} The mode value.
     */
    mode: <T>(field: T) => T;
    /**
     * Aggregate function to sum values.
     * @param {*} field The data field.
     * @return {number} The sum of the values.
     */
    sum: (field: any) => number;
    /**
     * Aggregate function to multiply values.
     * @param {*} field The data field.
     * @return {number} The product of the values.
     */
    product: (field: any) => number;
    /**
     * Aggregate function for the mean (average) value.
     * @param {*} field The data field.
     * @return {number} The mean (average) of the values.
     */
    mean: (field: any) => number;
    /**
     * Aggregate function for the average (mean) value.
     * @param {*} field The data field.
     * @return {number} The average (mean) of the values.
     */
    average: (field: any) => number;
    /**
     * Aggregate function for the sample variance.
     * @param {*} field The data field.
     * @return {number} The sample variance of the values.
     */
    variance: (field: any) => number;
    /**
     * Aggregate function for the population variance.
     * @param {*} field The data field.
     * @return {number} The population variance of the values.
     */
    variancep: (field: any) => number;
    /**
     * Aggregate function for the sample standard deviation.
     * @param {*} field The data field.
     * @return {number} The sample standard deviation of the values.
     */
    stdev: (field: any) => number;
    /**
     * Aggregate function for the population standard deviation.
     * @param {*} field The data field.
     * @return {number} The population standard deviation of the values.
     */
    stdevp: (field: any) => number;
    /**
     * Aggregate function for the minimum value.
     * @template T
     * @param {T} field The data field.
     * @return {T} The minimum value.
     */
    min: <T>(field: T) => T;
    /**
     * Aggregate function for the maximum value.
     * @template T
     * @param {T} field The data field.
     * @return {T} The maximum value.
     */
    max: <T>(field: T) => T;
    /**
     * Aggregate function to compute the quantile boundary
     * of a data field for a probability threshold.
     * @param {*} field The data field.
     * @param {number} p The probability threshold.
     * @return {number} The quantile value.
     */
    quantile: (field: any, p: number) => number;
    /**
     * Aggregate function for the median value.
     * This is a shorthand for the 0.5 quantile value.
     * @param {*} field The data field.
     * @return {number} The median value.
     */
    median: (field: any) => number;
    /**
     * Aggregate function for the sample covariance between two variables.
     * @param {*} field1 The first data field.
     * @param {*} field2 The second data field.
     * @return {number} The sample covariance of the values.
     */
    covariance: (field1: any, field2: any) => number;
    /**
     * Aggregate function for the population covariance between two variables.
     * @param {*} field1 The first data field.
     * @param {*} field2 The second data field.
     * @return {number} The population covariance of the values.
     */
    covariancep: (field1: any, field2: any) => number;
    /**
     * Aggregate function for the product-moment correlation between two variables.
     * To instead compute a rank correlation, compute the average ranks for each
     * variable and then apply this function to the result.
     * @param {*} field1 The first data field.
     * @param {*} field2 The second data field.
     * @return {number} The correlation between the field values.
     */
    corr: (field1: any, field2: any) => number;
    /**
     * Aggregate function for calculating a binning scheme in terms of
     * the minimum bin boundary, maximum bin boundary, and step size.
     * @param {*} field The data field.
     * @param {number} [maxbins=15] The maximum number of allowed bins.
     * @param {boolean} [nice=true] Flag indicating if the bin min and max
     *  should snap to "nice" human-friendly values.
     * @param {number} [minstep] The minimum allowed step size between bins.
     * @param {number} [step] The exact step size to use between bins.
     *  If specified, the maxbins and minstep arguments are ignored.
     * @return {[number, number, number]} The bin [min, max, and step] values.
     */
    bins: (field: any, maxbins?: number, nice?: boolean, minstep?: number, step?: number) => [number, number, number];
    /**
     * Window function to assign consecutive row numbers, starting from 1.
     * @return {number} The row number value.
     */
    row_number: () => number;
    /**
     * Window function to assign a rank to each value in a group, starting
     * from 1. Peer values are assigned the same rank. Subsequent ranks
     * reflect the number of prior values: if the first two values tie for
     * rank 1, the third value is assigned rank 3.
     * @return {number} The rank value.
     */
    rank: () => number;
    /**
     * Window function to assign a fractional (average) rank to each value in
     * a group, starting from 1. Peer values are assigned the average of their
     * indices: if the first two values tie, both will be assigned rank 1.5.
     * @return {number} The peer-averaged rank value.
     */
    avg_rank: () => number;
    /**
     * Window function to assign a dense rank to each value in a group,
     * starting from 1. Peer values are assigned the same rank. Subsequent
     * ranks do not reflect the number of prior values: if the first two
     * values tie for rank 1, the third value is assigned rank 2.
     * @return {number} The dense rank value.
     */
    dense_rank: () => number;
    /**
     * Window function to assign a percentage rank to each value in a group.
     * The percent is calculated as (rank - 1) / (group_size - 1).
     * @return {number} The percentage rank value.
     */
    percent_rank: () => number;
    /**
     * Window function to assign a cumulative distribution value between 0 and 1
     * to each value in a group.
     * @return {number} The cumulative distribution value.
     */
    cume_dist: () => number;
    /**
     * Window function to assign a quantile (e.g., percentile) value to each
     * value in a group. Accepts an integer parameter indicating the number of
     * buckets to use (e.g., 100 for percentiles, 5 for quintiles).
     * @param {number} num The number of buckets for ntile calculation.
     * @return {number} The quantile value.
     */
    ntile: (num: number) => number;
    /**
     * Window function to assign a value that precedes the current value by
     * a specified number of positions. If no such value exists, returns a
     * default value instead.
     * @template T
     * @param {T} field The data field.
     * @param {number} [offset=1] The lag offset from the current value.
     * @param {T} [defaultValue=undefined] The default value.
     * @return {T} The lagging value.
     */
    lag: <T>(field: T, offset?: number, defaultValue?: T) => T;
    /**
     * Window function to assign a value that follows the current value by
     * a specified number of positions. If no such value exists, returns a
     * default value instead.
     * @template T
     * @param {T} field The data field.
     * @param {number} [offset=1] The lead offset from the current value.
     * @param {T} [defaultValue=undefined] The default value.
     * @return {T} The leading value.
     */
    lead: <T>(field: T, offset?: number, defaultValue?: T) => T;
    /**
     * Window function to assign the first value in a sliding window frame.
     * @template T
     * @param {T} field The data field.
     * @return {T} The first value in the current frame.
     */
    first_value: <T>(field: T) => T;
    /**
     * Window function to assign the last value in a sliding window frame.
     * @template T
     * @param {T} field The data field.
     * @return {T} The last value in the current frame.
     */
    last_value: <T>(field: T) => T;
    /**
     * Window function to assign the nth value in a sliding window frame
     * (counting from 1), or undefined if no such value exists.
     * @template T
     * @param {T} field The data field.
     * @param {number} nth The nth position, starting from 1.
     * @return {T} The nth value in the current frame.
     */
    nth_value: <T>(field: T, nth: number) => T;
    /**
     * Window function to fill in missing values with preceding values.
     * @template T
     * @param {T} field The data field.
     * @param {T} [defaultValue=undefined] The default value.
     * @return {T} The current value if valid, otherwise the first preceding
     *  valid value. If no such value exists, returns the default value.
     */
    fill_down: <T>(field: T, defaultValue?: T) => T;
    /**
     * Window function to fill in missing values with subsequent values.
     * @template T
     * @param {T} field The data field.
     * @param {T} [defaultValue=undefined] The default value.
     * @return {T} The current value if valid, otherwise the first subsequent
     *  valid value. If no such value exists, returns the default value.
     */
    fill_up: <T>(field: T, defaultValue?: T) => T;
    parse_date(value: any): Date;
    parse_float(value: any): number;
    parse_int(value: any, radix?: number): number;
    endswith(value: any, search: string, length?: number): boolean;
    match(value: any, regexp: any, index: number | string): string | string[];
    normalize(value: any, form: string): string;
    padend(value: any, length: number, fill?: string): string;
    padstart(value: any, length: number, fill?: string): string;
    upper(value: any): string;
    lower(value: any): string;
    repeat(value: any, number: any): string;
    replace(value: any, pattern: any, replacement: any): string;
    split(value: any, separator: any, limit?: number): string[];
    startswith(value: any, search: string, position?: number): boolean;
    substring(value: any, start?: number, end?: number): string;
    trim(value: any): string;
    has<K extends string | number, V>(object: Map<K, V> | Set<K> | Record<K, V>, key: K): boolean;
    keys<K extends string | number, V>(object: Map<K, V> | Record<K, V>): K[];
    values<K extends string | number, V>(object: Map<K, V> | Set<V> | Record<K, V>): V[];
    entries<K extends string | number, V>(object: Map<K, V> | Set<V> | Record<K, V>): [K, V][];
    object<K extends string | number, V>(entries: Iterable<[K, V]>): Record<K, V>;
    random(): number;
    is_nan(value: any): boolean;
    is_finite(value: any): boolean;
    abs(value: number): number;
    cbrt(value: number): number;
    ceil(value: number): number;
    clz32(value: number): number;
    exp(value: number): number;
    expm1(value: number): number;
    floor(value: number): number;
    fround(value: number): number;
    greatest(...values: number[]): number;
    least(...values: number[]): number;
    log(value: number): number;
    log10(value: number): number;
    log1p(value: number): number;
    log2(value: number): number;
    pow(base: number, exponent: number): number;
    round(value: number): number;
    sign(value: number): number;
    sqrt(value: number): number;
    trunc(value: number): number;
    degrees(radians: number): number;
    radians(degrees: number): number;
    acos(value: number): number;
    acosh(value: number): number;
    asin(value: number): number;
    asinh(value: number): number;
    atan(value: number): number;
    atan2(y: number, x: number): number;
    atanh(value: number): number;
    cos(value: number): number;
    cosh(value: number): number;
    sin(value: number): number;
    sinh(value: number): number;
    tan(value: number): number;
    tanh(value: number): number;
    parse_json(value: string): any;
    to_json(value: any): string;
    format_date(date: Date | number, shorten?: boolean): string;
    format_utcdate(date: Date | number, shorten?: boolean): string;
    now(): number;
    timestamp(date: Date | number): number;
    datetime(year?: number, month?: number, date?: number, hours?: number, minutes?: number, seconds?: number, milliseconds?: number, ...args: any[]): Date;
    year(date: Date | number): number;
    quarter(date: Date | number): number;
    month(date: Date | number): number;
    week(date: Date | number, firstday: number): number;
    date(date: Date | number): number;
    dayofyear(date: Date | number): number;
    dayofweek(date: Date | number): number;
    hours(date: Date | number): number;
    minutes(date: Date | number): number;
    seconds(date: Date | number): number;
    milliseconds(date: Date | number): number;
    utcdatetime(year?: number, month?: number, date?: number, hours?: number, minutes?: number, seconds?: number, milliseconds?: number, ...args: any[]): Date;
    utcyear(date: Date | number): number;
    utcquarter(date: Date | number): number;
    utcmonth(date: Date | number): number;
    utcweek(date: Date | number, firstday: number): number;
    utcdate(date: Date | number): number;
    utcdayofyear(date: Date | number): number;
    utcdayofweek(date: Date | number): number;
    utchours(date: Date | number): number;
    utcminutes(date: Date | number): number;
    utcseconds(date: Date | number): number;
    utcmilliseconds(date: Date | number): number;
    compact<T>(array: T[]): T[];
    concat<T>(...values: (T | T[])[]): T[];
    includes<T>(sequence: T[], value: T, index?: number): boolean;
    indexof<T>(sequence: T[] | string, value: T): number;
    join<T>(array: T[], delim: string): string;
    lastindexof<T>(sequence: T[] | string, value: T): number;
    length(sequence: any[] | string): number;
    pluck(array: any[], property: string): any[];
    reverse<T>(sequence: T[] | string): T[] | string;
    slice<T>(sequence: T[] | string, start?: number, end?: number): T[] | string;
    bin: typeof bin;
    equal: typeof equal;
    recode: typeof recode;
    sequence: typeof sequence;
};
export type Struct = Struct$1;

/**
 * Create a new table backed by an Apache Arrow table instance.
 * @param {import('./types.js').ArrowInput} input
 *  An Apache Arrow data table or Arrow IPC byte buffer.
 * @param {import('./types.js').ArrowOptions} [options]
 *  Options for Arrow import.
 * @return {ColumnTable} A new table containing the imported values.
 */
declare function fromArrow(input: ArrowInput, options?: ArrowOptions): ColumnTable;
/**
 * Parse Arrow data and return a Promise for an Arquero table.
 * @param {ReadableStream<Uint8Array>} stream
 *  An input byte stream, Apache Arrow data table, or Arrow IPC byte buffer.
 * @param {import('./types.js').ArrowOptions} [options]
 *  Options for Arrow import.
 * @return {Promise<ColumnTable>} A Promise to an Arquero table.
 */
declare function fromArrowStream(stream: ReadableStream<Uint8Array>, options?: ArrowOptions): Promise<ColumnTable>;
/**
 * Load an Arrow file from a URL and return a Promise for an Arquero table.
 * @param {string} path The URL or file path to load.
 * @param {import('./types.js').LoadOptions
 *  & import('./types.js').ArrowOptions} [options] Arrow parse options.
 * @return {Promise<ColumnTable>} A Promise to an Arquero table.
 * @example aq.loadArrow('data/table.arrow')
 */
declare function loadArrow(path: string, options?: LoadOptions & ArrowOptions): Promise<ColumnTable>;

/**
 * Options for CSV parsing.
 * @typedef {object} CSVParseOptions
 * @property {string} [delimiter=','] Single-character delimiter between values.
 * @property {string} [decimal='.'] Single-character numeric decimal separator.
 * @property {boolean} [header=true] Flag to specify presence of header row.
 *  If true, assumes the CSV contains a header row with column names. If false,
 *  indicates the CSV does not contain a header row; columns are given the
 *  names 'col1', 'col2', etc unless the *names* option is specified.
 * @property {string[]} [names] An array of column names to use for header-less
 *  CSV files. This option is ignored if the header option is true.
 * @property {number} [skip=0] The number of lines to skip before reading data.
 * @property {string} [comment] A string used to identify comment lines. Any
 *  lines that start with the comment pattern are skipped.
 * @property {boolean} [autoType=true] Flag for automatic type inference.
 * @property {number} [autoMax=1000] Maximum number of initial values to use
 *  for type inference.
 * @property {Record<string, (value: string) => any>} [parse] Object of
 *  column parsing options. The object keys should be column names. The object
 *  values should be parsing functions that transform values upon input.
 */
/**
 * Parse a comma-separated values (CSV) string into a table. Other
 * delimiters, such as tabs or pipes ('|'), can be specified using
 * the options argument. By default, automatic type inference is performed
 * for input values; string values that match the ISO standard
 * date format are parsed into JavaScript Date objects. To disable this
 * behavior, set the autoType option to false. To perform custom parsing
 * of input column values, use the parse option.
 * @param {string} input The input text.
 * @param {CSVParseOptions} [options] The formatting options.
 * @return {ColumnTable} An Arquero table.
 */
declare function fromCSV(input: string, options?: CSVParseOptions): ColumnTable;
/**
 * Parse a comma-separated values (CSV) string into a table. Other
 * delimiters, such as tabs or pipes ('|'), can be specified using
 * the options argument. By default, automatic type inference is performed
 * for input values; string values that match the ISO standard
 * date format are parsed into JavaScript Date objects. To disable this
 * behavior, set the autoType option to false. To perform custom parsing
 * of input column values, use the parse option.
 * @param {ReadableStream<string>} stream The input stream.
 * @param {CSVParseOptions} [options] The formatting options.
 * @return {Promise<ColumnTable>} A Promise to an Arquero table.
 */
declare function fromCSVStream(stream: ReadableStream<string>, options?: CSVParseOptions): Promise<ColumnTable>;
/**
 * Load a CSV file from a URL and return a Promise for an Arquero table.
 * @param {string} path The URL or file path to load.
 * @param {import('./types.js').LoadOptions & CSVParseOptions} [options]
 *  CSV parse options.
 * @return {Promise<ColumnTable>} A Promise to an Arquero table.
 * @example aq.loadCSV('data/table.csv')
 * @example aq.loadTSV('data/table.tsv', { delimiter: '\t' })
 */
declare function loadCSV(path: string, options?: LoadOptions & CSVParseOptions): Promise<ColumnTable>;
/**
 * Options for CSV parsing.
 */
export type CSVParseOptions = {
    /**
     * Single-character delimiter between values.
     */
    delimiter?: string;
    /**
     * Single-character numeric decimal separator.
     */
    decimal?: string;
    /**
     * Flag to specify presence of header row.
     * If true, assumes the CSV contains a header row with column names. If false,
     * indicates the CSV does not contain a header row; columns are given the
     * names 'col1', 'col2', etc unless the *names* option is specified.
     */
    header?: boolean;
    /**
     * An array of column names to use for header-less
     * CSV files. This option is ignored if the header option is true.
     */
    names?: string[];
    /**
     * The number of lines to skip before reading data.
     */
    skip?: number;
    /**
     * A string used to identify comment lines. Any
     * lines that start with the comment pattern are skipped.
     */
    comment?: string;
    /**
     * Flag for automatic type inference.
     */
    autoType?: boolean;
    /**
     * Maximum number of initial values to use
     * for type inference.
     */
    autoMax?: number;
    /**
     * Object of
     * column parsing options. The object keys should be column names. The object
     * values should be parsing functions that transform values upon input.
     */
    parse?: Record<string, (value: string) => any>;
};

/**
 * Options for fixed width file parsing.
 * @typedef {object} FixedParseOptions
 * @property {[number, number][]} [positions] Array of start, end indices for
 *  fixed-width columns. Specifying extact positions supports extraction of
 *  a selected subset of columns.
 * @property {number[]} [widths] Array of fixed column widths. This option is
 *  ignored if the positions property is specified.
 * @property {string[]} [names] An array of column names. The array length
 *  should match the length of the positions array. If not specified or
 *  shorter than the positions array, default column names are generated.
 * @property {string} [decimal='.'] Single-character numeric decimal separator.
 * @property {number} [skip=0] The number of lines to skip before reading data.
 * @property {string} [comment] A string used to identify comment lines. Any
 *  lines that start with the comment pattern are skipped.
 * @property {boolean} [autoType=true] Flag for automatic type inference.
 * @property {number} [autoMax=1000] Maximum number of initial values to use
 *  for type inference.
 * @property {Record<string, (value: string) => any>} [parse] Object of
 *  column parsing options. The object keys should be column names. The object
 *  values should be parsing functions that transform values upon input.
 */
/**
 * Parse a fixed-width file (FWF) string into a table. By default, automatic
 * type inference is performed for input values; string values that match the
 * ISO standard date format are parsed into JavaScript Date objects. To
 * disable this behavior, set the autoType option to false. To perform custom
 * parsing of input column values, use the parse option.
 * @param {string} input The input text.
 * @param {FixedParseOptions} [options] The formatting options.
 * @return {ColumnTable} An Arquero table.
 */
declare function fromFixed(input: string, options?: FixedParseOptions): ColumnTable;
/**
 * Parse a fixed-width file (FWF) stream into a table. By default, automatic
 * type inference is performed for input values; string values that match the
 * ISO standard date format are parsed into JavaScript Date objects. To
 * disable this behavior, set the autoType option to false. To perform custom
 * parsing of input column values, use the parse option.
 * @param {ReadableStream<string>} stream The input stream.
 * @param {FixedParseOptions} [options] The formatting options.
 * @return {Promise<ColumnTable>} A Promise to an Arquero table.
 */
declare function fromFixedStream(stream: ReadableStream<string>, options?: FixedParseOptions): Promise<ColumnTable>;
/**
 * Load a fixed width file from a URL and return a Promise for an Arquero table.
 * @param {string} path The URL or file path to load.
 * @param {import('./types.js').LoadOptions & FixedParseOptions} [options]
 * Fixed width parse options.
 * @return {Promise<ColumnTable>} A Promise to an Arquero table.
 * @example aq.loadFixedWidth('data/table.txt', { names: ['name', 'city', state'], widths: [10, 20, 2] })
 */
declare function loadFixed(path: string, options?: LoadOptions & FixedParseOptions): Promise<ColumnTable>;
/**
 * Options for fixed width file parsing.
 */
export type FixedParseOptions = {
    /**
     * Array of start, end indices for
     * fixed-width columns. Specifying extact positions supports extraction of
     * a selected subset of columns.
     */
    positions?: [number, number][];
    /**
     * Array of fixed column widths. This option is
     * ignored if the positions property is specified.
     */
    widths?: number[];
    /**
     * An array of column names. The array length
     * should match the length of the positions array. If not specified or
     * shorter than the positions array, default column names are generated.
     */
    names?: string[];
    /**
     * Single-character numeric decimal separator.
     */
    decimal?: string;
    /**
     * The number of lines to skip before reading data.
     */
    skip?: number;
    /**
     * A string used to identify comment lines. Any
     * lines that start with the comment pattern are skipped.
     */
    comment?: string;
    /**
     * Flag for automatic type inference.
     */
    autoType?: boolean;
    /**
     * Maximum number of initial values to use
     * for type inference.
     */
    autoMax?: number;
    /**
     * Object of
     * column parsing options. The object keys should be column names. The object
     * values should be parsing functions that transform values upon input.
     */
    parse?: Record<string, (value: string) => any>;
};

/**
 * Options for JSON parsing.
 * @typedef {object} JSONParseOptions
 * @property {'columns' | 'rows' | 'ndjson' | null} [type] The format type.
 *  One of `'columns'` (for an object with named column arrays)`, 'rows'` (for
 *  an array for row objects), or `'ndjson'` for [newline-delimited JSON][1]
 *  rows. For `'ndjson'`, each line of text must contain a JSON row object
 *  (with no trailing comma) and string properties must not contain any
 *  newline characters. If no format type is specified, one of `'rows'` or
 *  `'columns'` is inferred from the structure of the parsed JSON.
 *
 *  [1]: https://github.com/ndjson/ndjson-spec
 * @property {boolean} [autoType=true] Flag controlling automatic type
 *  inference for column values. If false, date parsing for input JSON
 *  strings is disabled.
 * @property {Record<string, (value: any) => any>} [parse] Object of column
 *  parsing options. The object keys should be column names. The object values
 *  should be parsing functions that transform values upon input.
 * @property {string[]} [columns] An array of column names to include. JSON
 *  properties missing from this list are not included in the table.
 * @property {number} [skip=0] The number of lines to skip before reading data.
 *  Applicable to newline-delimited (NDJSON) data only.
 * @property {string} [comment] A string used to identify comment lines. Any
 *  lines that start with the comment pattern are skipped. Applicable to
 *   newline-delimited (NDJSON)  data only.
 */
/**
 * Parse JavaScript Object Notation (JSON) data into a table.
 * By default, automatic type inference is performed
 * for input values; string values that match the ISO standard
 * date format are parsed into JavaScript Date objects. To disable this
 * behavior, set the autoType option to false. To perform custom parsing
 * of input column values, use the parse option.
 * @param {string} input The input text or stream.
 * @param {JSONParseOptions} options The JSON parse options.
 * @return {ColumnTable} A new table containing the parsed values.
 */
declare function fromJSON(input: string, options?: JSONParseOptions): ColumnTable;
/**
 * Parse a JavaScript Object Notation (JSON) stream into a table.
 * By default, automatic type inference is performed
 * for input values; string values that match the ISO standard
 * date format are parsed into JavaScript Date objects. To disable this
 * behavior, set the autoType option to false. To perform custom parsing
 * of input column values, use the parse option.
 * @param {ReadableStream<string>} input The input text or stream.
 * @param {JSONParseOptions} options The JSON parse options.
 * @return {Promise<ColumnTable>} A Promise to a new table containing the
 *  parsed values.
 */
declare function fromJSONStream(input: ReadableStream<string>, options?: JSONParseOptions): Promise<ColumnTable>;
/**
 * Load a JSON file from a URL and return a Promise for an Arquero table.
 * If the loaded JSON is array-valued, an array-of-objects format is assumed
 * and the aq.from method is used to construct the table. Otherwise, a
 * column object format is assumed and aq.fromJSON is applied.
 * @param {string} path The URL or file path to load.
 * @param {import('./types.js').LoadOptions & JSONParseOptions} [options]
 *  JSON parse options.
 * @return {Promise<ColumnTable>} A Promise to an Arquero table.
 * @example aq.loadJSON('data/table.json')
 */
declare function loadJSON(path: string, options?: LoadOptions & JSONParseOptions): Promise<ColumnTable>;
/**
 * Options for JSON parsing.
 */
export type JSONParseOptions = {
    /**
     * The format type.
     * One of `'columns'` (for an object with named column arrays)`, 'rows'` (for
     * an array for row objects), or `'ndjson'` for [newline-delimited JSON][1]
     * rows. For `'ndjson'`, each line of text must contain a JSON row object
     * (with no trailing comma) and string properties must not contain any
     * newline characters. If no format type is specified, one of `'rows'` or
     * `'columns'` is inferred from the structure of the parsed JSON.
     *
     * [1]: https://github.com/ndjson/ndjson-spec
     */
    type?: "columns" | "rows" | "ndjson" | null;
    /**
     * Flag controlling automatic type
     * inference for column values. If false, date parsing for input JSON
     * strings is disabled.
     */
    autoType?: boolean;
    /**
     * Object of column
     * parsing options. The object keys should be column names. The object values
     * should be parsing functions that transform values upon input.
     */
    parse?: Record<string, (value: any) => any>;
    /**
     * An array of column names to include. JSON
     * properties missing from this list are not included in the table.
     */
    columns?: string[];
    /**
     * The number of lines to skip before reading data.
     * Applicable to newline-delimited (NDJSON) data only.
     */
    skip?: number;
    /**
     * A string used to identify comment lines. Any
     * lines that start with the comment pattern are skipped. Applicable to
     * newline-delimited (NDJSON)  data only.
     */
    comment?: string;
};

/**
 * Proxy type for SelectHelper function.
 * @typedef {import('../table/types.js').SelectHelper} SelectHelper
 */
/**
 * Select all columns in a table.
 * Returns a function-valued selection compatible with {@link Table#select}.
 * @return {SelectHelper} Selection function compatible with select().
 */
declare function all(): SelectHelper;
/**
 * Negate a column selection, selecting all other columns in a table.
 * Returns a function-valued selection compatible with {@link Table#select}.
 * @param {...any} selection The selection to negate. May be a column name,
 *  column index, array of either, or a selection function (e.g., from range).
 * @return {SelectHelper} Selection function compatible with select().
 */
declare function not(...selection: any[]): SelectHelper;
/**
 * Select a contiguous range of columns.
 * @param {string|number} start The name/index of the first selected column.
 * @param {string|number} end The name/index of the last selected column.
 * @return {SelectHelper} Selection function compatible with select().
 */
declare function range(start: string | number, end: string | number): SelectHelper;
/**
 * Select all columns whose names match a pattern.
 * @param {string|RegExp} pattern A string or regular expression pattern to match.
 * @return {SelectHelper} Selection function compatible with select().
 */
declare function matches(pattern: string | RegExp): SelectHelper;
/**
 * Select all columns whose names start with a string.
 * @param {string} string The string to match at the start of the column name.
 * @return {SelectHelper} Selection function compatible with select().
 */
declare function startswith(string: string): SelectHelper;
/**
 * Select all columns whose names end with a string.
 * @param {string} string The string to match at the end of the column name.
 * @return {SelectHelper} Selection function compatible with select().
 */
declare function endswith(string: string): SelectHelper;
/**
 * Proxy type for SelectHelper function.
 */
export type SelectHelper = SelectHelper$1;

/**
 * Initialize an aggregate operator.
 */
export type AggregateInit = (state: object) => void;
/**
 * Add a value to an aggregate operator.
 */
export type AggregateAdd = (state: object, value: any) => void;
/**
 * Remove a value from an aggregate operator.
 */
export type AggregateRem = (state: object, value: any) => void;
/**
 * Retrive an output value from an aggregate operator.
 */
export type AggregateValue = (state: object) => any;
/**
 * An operator instance for an aggregate function.
 */
export type AggregateOperator = {
    /**
     * Initialize the operator.
     */
    init: AggregateInit;
    /**
     * Add a value to the operator state.
     */
    add?: AggregateAdd;
    /**
     * Remove a value from the operator state.
     */
    rem?: AggregateRem;
    /**
     * Retrieve an output value.
     */
    value: AggregateValue;
};
/**
 * Create a new aggregate operator instance.
 */
export type AggregateCreate$1 = (...params: any[]) => AggregateOperator;
/**
 * An operator definition for an aggregate function.
 */
export type AggregateDef$1 = {
    /**
     * Create a new operator instance.
     */
    create: AggregateCreate$1;
    /**
     * Two-element array containing the
     * counts of input fields and additional parameters.
     */
    param: number[];
    /**
     * Names of operators required by this one.
     */
    req?: string[];
    /**
     * Names of operators required by this one
     * for streaming operations (value removes).
     */
    stream?: string[];
};

/**
 * Create a new aggregate operator instance.
 */
export type AggregateCreate = AggregateCreate$1;
/**
 * An operator definition for a window function.
 */
export type WindowDef$1 = {
    /**
     * Create a new operator instance.
     */
    create: AggregateCreate;
    /**
     * Two-element array containing the
     * counts of input fields and additional parameters.
     */
    param: number[];
};

/**
 * Register a custom aggregate function.
 * @param {string} name The name to use for the aggregate function.
 * @param {AggregateDef} def The aggregate operator definition.
 * @param {RegisterOptions} [options] Function registration options.
 * @throws If a function with the same name is already registered and
 *  the override option is not specified.
 */
declare function addAggregateFunction(name: string, def: AggregateDef, options?: RegisterOptions): void;
/**
 * Register a custom window function.
 * @param {string} name The name to use for the window function.
 * @param {WindowDef} def The window operator definition.
 * @param {RegisterOptions} [options] Function registration options.
 * @throws If a function with the same name is already registered and
 *  the override option is not specified.
 */
declare function addWindowFunction(name: string, def: WindowDef, options?: RegisterOptions): void;
/**
 * Register a function for use within table expressions.
 * If only a single argument is provided, it will be assumed to be a
 * function and the system will try to extract its name.
 * @param {string} name The name to use for the function.
 * @param {Function} fn A standard JavaScript function.
 * @param {RegisterOptions} [options] Function registration options.
 * @throws If a function with the same name is already registered and
 *  the override option is not specified, or if no name is provided
 *  and the input function is anonymous.
 */
declare function addFunction(name: string, fn: Function, options?: RegisterOptions, ...args: any[]): void;
/**
 * Aggregate function definition.
 */
export type AggregateDef = AggregateDef$1;
/**
 * Window function definition.
 */
export type WindowDef = WindowDef$1;
/**
 * Options for registering new functions.
 */
export type RegisterOptions = {
    /**
     * Flag indicating if the added
     * function can override an existing function with the same name.
     */
    override?: boolean;
};

/**
 * Create a new table for a set of named columns.
 * @param {object|Map} columns
 *  The set of named column arrays. Keys are column names.
 *  The enumeration order of the keys determines the column indices,
 *  unless the names parameter is specified.
 *  Values must be arrays (or array-like values) of identical length.
 * @param {string[]} [names] Ordered list of column names. If specified,
 *  this array determines the column indices. If not specified, the
 *  key enumeration order of the columns object is used.
 * @return {ColumnTable} the instantiated table
 * @example table({ colA: ['a', 'b', 'c'], colB: [3, 4, 5] })
 */
declare function table(columns: object | Map<any, any>, names?: string[]): ColumnTable;
/**
 * Create a new table from an existing object, such as an array of
 * objects or a set of key-value pairs.
 * @param {object|Array|Map} values Data values to populate the table.
 *  If array-valued or iterable, imports rows for each non-null value,
 *  using the provided column names as keys for each row object. If no
 *  names are provided, the first non-null object's own keys are used.
 *  If object- or Map-valued, create columns for the keys and values.
 * @param {string[]} [names] Column names to include.
 *  For object or Map values, specifies the key and value column names.
 *  Otherwise, specifies the keys to look up on each row object.
 * @return {ColumnTable} the instantiated table.
 * @example from([ { colA: 1, colB: 2 }, { colA: 3, colB: 4 } ])
 */
declare function from(values: object | any[] | Map<any, any>, names?: string[]): ColumnTable;

export { BitSet, ColumnTable, Reducer, Table$1 as Table, addAggregateFunction, addFunction, addWindowFunction, agg, all, bin$1 as bin, collate, desc, endswith, escape, field, frac, from, fromArrow, fromArrowStream, fromCSV, fromCSVStream, fromFixed, fromFixedStream, fromJSON, fromJSONStream, loadArrow, loadCSV, loadFixed, loadJSON, matches, names, not, opApi as op, parse, range, rolling, seed, startswith, table, toArrow, toArrowIPC, toCSV, toHTML, toJSON, toMarkdown, walk as walk_ast };
