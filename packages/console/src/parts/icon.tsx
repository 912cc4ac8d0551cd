/** The icons, each one path in a box of 24 by 24. */
const paths = {
  home: 'M4 11.5 12 4l8 7.5V20h-5.5v-5.5h-5V20H4z',
  bell: 'M6 16.5V11a6 6 0 1 1 12 0v5.5l1.5 2h-15zM10 21h4',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6',
  shield: 'M12 3 5 5.8v5.7c0 4.3 2.8 7.4 7 9.5 4.2-2.1 7-5.2 7-9.5V5.8zM9 12l2.2 2.2L15.2 10',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 19.5c.7-3.5 3.2-5.2 6.5-5.2s5.8 1.7 6.5 5.2M16 4.8a3.5 3.5 0 0 1 0 6.4M18 14.6c1.9.8 3.1 2.4 3.5 4.9',
  key: 'M14.5 13.5a4.5 4.5 0 1 0-4-2.4L4 17.6V20h3v-2.2h2.2v-2.2h2l.6-.7a4.5 4.5 0 0 0 2.7-1.4ZM16 8.5v.1',
  door: 'M13 4H5.5v16H13M10 12h10.5M17 8l4 4-4 4',
  paper: 'M6 3.5h8l4 4v13H6zM13.5 3.5V8H18M9 12.5h6M9 16h6',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5.2l3.4 2',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.3 15.3 20.5 20.5',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6 6 18',
  down: 'M6 9.5l6 6 6-6',
  right: 'M9.5 6l6 6-6 6',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  warning: 'M12 4 21.5 20h-19zM12 10v4.5M12 17.2v.1',
  link: 'M10 13.5a4 4 0 0 0 5.7 0l3-3a4 4 0 1 0-5.7-5.7l-1 1M14 10.5a4 4 0 0 0-5.7 0l-3 3a4 4 0 1 0 5.7 5.7l1-1',
} as const

export type IconName = keyof typeof paths

/** An icon beside a text, which says the same. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}

/** The mark of Sendoff. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M3 11.4 20.5 4 16 20l-4.2-6.2z" />
      <path d="m11.8 13.8 8.7-9.8" />
    </svg>
  )
}
