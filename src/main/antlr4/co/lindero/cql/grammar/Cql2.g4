/*
 * CQL2 text (OGC 21-065r2), written for Lindero from the productions of the standard.
 *
 * One rule a level of precedence, and one kind of expression for conditions, numbers, texts and times alike: whether
 * "(a + 1)" may stand where a condition is wanted is a question of types, asked after parsing. So every decision here is
 * taken on the next one or two tokens, and parsing is linear. The only recursion is through "(", whose nesting
 * CqlText bounds before it parses.
 */
grammar Cql2;

filter : expression EOF ;

expression : conjunction (OR conjunction)* ;

conjunction : negation (AND negation)* ;

negation : NOT* predicate ;

predicate : sum tail? ;

tail
    : comparator sum                          # comparisonTail
    | NOT? LIKE sum                           # likeTail
    | NOT? BETWEEN sum AND sum                # betweenTail
    | NOT? IN '(' sum (',' sum)* ')'          # inTail
    | IS NOT? NULL                            # nullTail
    ;

comparator : '=' | '<>' | '<' | '>' | '<=' | '>=' ;

sum : product (('+' | '-') product)* ;

product : power (('*' | '/' | '%' | DIV) power)* ;

power : signed ('^' signed)? ;

signed : sign? primary ;

sign : '+' | '-' ;

primary
    : '(' expression ')'                                # groupPrimary
    | NUMBER                                            # numberPrimary
    | TEXT                                              # textPrimary
    | (TRUE | FALSE)                                    # booleanPrimary
    | geometry                                          # geometryPrimary
    | WORD '(' (expression (',' expression)*)? ')'      # callPrimary
    | (word | QUOTED)                                   # namePrimary
    ;

/* Words of the language that are names where no parenthesis follows. */
word
    : WORD | Z
    | POINT | LINESTRING | POLYGON | MULTIPOINT | MULTILINESTRING | MULTIPOLYGON | GEOMETRYCOLLECTION | BBOX
    ;

geometry
    : POINT Z? '(' position ')'                                             # pointGeometry
    | LINESTRING Z? path                                                    # lineGeometry
    | POLYGON Z? rings                                                      # polygonGeometry
    | MULTIPOINT Z? '(' pointItem (',' pointItem)* ')'                      # multiPointGeometry
    | MULTILINESTRING Z? '(' path (',' path)* ')'                           # multiLineGeometry
    | MULTIPOLYGON Z? '(' rings (',' rings)* ')'                            # multiPolygonGeometry
    | GEOMETRYCOLLECTION Z? '(' geometry (',' geometry)* ')'                # collectionGeometry
    | BBOX '(' coordinate (',' coordinate)* ')'                             # boxGeometry
    ;

pointItem : position | '(' position ')' ;
rings : '(' path (',' path)* ')' ;
path : '(' position (',' position)* ')' ;
position : coordinate coordinate coordinate? ;
coordinate : sign? NUMBER ;

AND : A N D ;
OR : O R ;
NOT : N O T ;
LIKE : L I K E ;
BETWEEN : B E T W E E N ;
IN : I N ;
IS : I S ;
NULL : N U L L ;
TRUE : T R U E ;
FALSE : F A L S E ;
DIV : D I V ;

Z : 'Z' | 'z' ;
POINT : P O I N T ;
LINESTRING : L I N E S T R I N G ;
POLYGON : P O L Y G O N ;
MULTIPOINT : M U L T I P O I N T ;
MULTILINESTRING : M U L T I L I N E S T R I N G ;
MULTIPOLYGON : M U L T I P O L Y G O N ;
GEOMETRYCOLLECTION : G E O M E T R Y C O L L E C T I O N ;
BBOX : B B O X ;

NUMBER : (DIGIT+ ('.' DIGIT*)? | '.' DIGIT+) ([eE] [+-]? DIGIT+)? ;

/* A quote inside is doubled or has a backslash before it; any other backslash is itself. */
TEXT : '\'' TEXT_PART* '\'' ;
UNTERMINATED_TEXT : '\'' TEXT_PART* ;

WORD : WORD_START WORD_PART* ;
QUOTED : '"' WORD_START WORD_PART* '"' ;

SPACE : [ \t\r\n\u00A0]+ -> skip ;

/* Whatever else stands there is a token, so that the parser reports it with its place. */
STRANGE : . ;

fragment TEXT_PART : '\'\'' | '\\\'' | ~['\\] | '\\' ~['] ;
fragment DIGIT : [0-9] ;
fragment WORD_START
    : [:_A-Za-z] | [\u00C0-\u00D6] | [\u00D8-\u00F6] | [\u00F8-\u02FF] | [\u0370-\u037D] | [\u037F-\u1FFE]
    | [\u200C-\u200D] | [\u2070-\u218F] | [\u2C00-\u2FEF] | [\u3001-\uD7FF] | [\uF900-\uFDCF] | [\uFDF0-\uFFFD]
    | [\u{10000}-\u{EFFFF}]
    ;
fragment WORD_PART : WORD_START | '.' | DIGIT | [\u0300-\u036F] | [\u203F-\u2040] ;

fragment A : [aA] ; fragment B : [bB] ; fragment C : [cC] ; fragment D : [dD] ; fragment E : [eE] ;
fragment F : [fF] ; fragment G : [gG] ; fragment H : [hH] ; fragment I : [iI] ; fragment K : [kK] ;
fragment L : [lL] ; fragment M : [mM] ; fragment N : [nN] ; fragment O : [oO] ; fragment P : [pP] ;
fragment R : [rR] ; fragment S : [sS] ; fragment T : [tT] ; fragment U : [uU] ; fragment V : [vV] ;
fragment W : [wW] ; fragment X : [xX] ; fragment Y : [yY] ;
