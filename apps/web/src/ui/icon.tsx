import sprite from 'bootstrap-italia/dist/svg/sprites.svg?url';

/** An icon of bootstrap-italia's sprite; it is decoration unless it has a title. */
export function Icon({ name, size = 'sm', title, className = '' }: IconProps) {
  return (
    <svg
      className={`icon icon-${size} ${className}`}
      {...(title === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': title })}
    >
      <use href={`${sprite}#${name}`} />
    </svg>
  );
}

interface IconProps {
  /** As in the sprite: `it-user`. */
  readonly name: `it-${string}`;
  readonly size?: 'xs' | 'sm' | 'lg';
  readonly title?: string;
  readonly className?: string;
}
